/** Benchmarks of the engine; run by {@code ./leadager bench}. */
@org.jspecify.annotations.NullMarked
package org.leadager.studies;
