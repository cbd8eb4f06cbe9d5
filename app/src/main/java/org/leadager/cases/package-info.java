/** Ties one request to everything that follows from it. */
@org.jspecify.annotations.NullMarked
package org.leadager.cases;
