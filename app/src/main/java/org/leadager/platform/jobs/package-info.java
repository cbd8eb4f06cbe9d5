/** Work in the background: repeated jobs in the database, one runner at a time. */
@org.jspecify.annotations.NullMarked
package org.leadager.platform.jobs;
