/** The one clock, so that tests can move it. */
@org.jspecify.annotations.NullMarked
package org.leadager.platform.clock;
