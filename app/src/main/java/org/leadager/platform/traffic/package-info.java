/**
 * What stands between the network and the pages: limits, a bounded queue, the answer when the
 * database is away.
 */
@org.jspecify.annotations.NullMarked
package org.leadager.platform.traffic;
