package org.leadager.engine.rating;

import org.jspecify.annotations.Nullable;

/**
 * A Newton step on all numbers at once, with one information matrix kept from step to step. Where
 * EM creeps because the unit of the slopes and the variances trade off, this goes straight on.
 */
final class NewtonStep {
  private final CalibrationLayout layout;
  private final CalibrationStep step;

  /** Cholesky factor of the penalised observed information. */
  private final double[] factor;

  private NewtonStep(CalibrationLayout layout, CalibrationStep step, double[] factor) {
    this.layout = layout;
    this.step = step;
    this.factor = factor;
  }

  /** Null when the information is not positive definite: this is no place for Newton. */
  static @Nullable NewtonStep of(
      CalibrationLayout layout, CalibrationStep step, double[] information) {
    return Dense.cholesky(information, layout.size)
        ? new NewtonStep(layout, step, information)
        : null;
  }

  double[] run(double[] x, CalibrationStatistics s) {
    double[] change = step.gradient(x, s, 1);
    Dense.solve(factor, layout.size, change);
    return step.moved(x, change);
  }
}
