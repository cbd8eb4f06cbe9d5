/**
 * Marginal maximum likelihood. Start at {@link org.leadager.engine.calibrate.Calibrator}; which
 * class holds which equation: docs/methods/calibration.md.
 */
@NullMarked
package org.leadager.engine.calibrate;

import org.jspecify.annotations.NullMarked;
