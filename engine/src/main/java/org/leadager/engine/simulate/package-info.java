/**
 * Answers drawn from a known truth, the same for a seed on every machine. Start at {@link
 * org.leadager.engine.simulate.RatingSimulator} for raters' answers about people and at {@link
 * org.leadager.engine.simulate.ResponseSimulator} for item response data.
 *
 * <p>How the numbers are drawn and checked: docs/methods/simulation.md.
 */
@org.jspecify.annotations.NullMarked
package org.leadager.engine.simulate;
