/**
 * Marginal maximum likelihood: Quadrature, EStep, Statistics, MStep, Acceleration, StandardErrors.
 */
@NullMarked
package org.leadager.engine.calibrate;

import org.jspecify.annotations.NullMarked;
