/**
 * Crossed random effects of raters and ratees on one answer: Gaussian by REML, ordinal by Laplace.
 */
@NullMarked
package org.leadager.engine.crossed;

import org.jspecify.annotations.NullMarked;
