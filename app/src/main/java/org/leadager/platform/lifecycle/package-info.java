/** Starting, the data folder, stopping. */
@org.jspecify.annotations.NullMarked
package org.leadager.platform.lifecycle;
