package org.leadager.engine.calibrate;

import java.util.Collections;
import java.util.List;

/**
 * The latent traits of one group, N(mean, covariance). Errors are 0 where a value is fixed and NaN
 * where the information gives none.
 *
 * @param label the group's
 * @param rows how many
 * @param mean by dimension
 * @param meanErrors standard errors
 * @param covariance of the traits
 * @param covarianceErrors standard errors of its elements
 */
public record GroupTraits(
    String label,
    int rows,
    List<Double> mean,
    List<Double> meanErrors,
    List<List<Double>> covariance,
    List<List<Double>> covarianceErrors) {

  /** The one group of a calibration without groups. */
  static GroupTraits centred(int rows, List<List<Double>> covariance) {
    int n = covariance.size();
    List<Double> zeros = Collections.nCopies(n, 0.0);
    List<List<Double>> unknown = Collections.nCopies(n, Collections.nCopies(n, Double.NaN));
    return new GroupTraits("all", rows, zeros, zeros, covariance, unknown);
  }
}
