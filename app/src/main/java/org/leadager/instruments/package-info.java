/**
 * Instruments as immutable values: what is measured, by which items, on which scale, in which
 * words.
 *
 * <p>Entry points: {@link org.leadager.instruments.Instruments} and {@link
 * org.leadager.instruments.Instrument}.
 */
@org.jspecify.annotations.NullMarked
package org.leadager.instruments;
