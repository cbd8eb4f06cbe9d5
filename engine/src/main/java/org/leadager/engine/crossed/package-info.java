/**
 * Crossed random effects of raters and ratees: one answer, Gaussian by REML or ordinal by Laplace;
 * several items, graded or partial credit, by expectation propagation.
 */
@NullMarked
package org.leadager.engine.crossed;

import org.jspecify.annotations.NullMarked;
