/** Commands given on this computer to the running server, or to a program started for them. */
@org.jspecify.annotations.NullMarked
package org.leadager.platform.control;
