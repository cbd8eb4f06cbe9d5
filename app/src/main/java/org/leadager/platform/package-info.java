/** What every feature stands on: http, database, jobs, mail, texts. Knows no feature. */
@org.jspecify.annotations.NullMarked
package org.leadager.platform;
