package org.leadager.engine.calibrate;

import java.util.Collections;
import java.util.List;

/**
 * One calibrated item. Errors are NaN where the information matrix gives none, 0 where fixed.
 *
 * @param name the item
 * @param slopes one per dimension, 0 where it does not load
 * @param intercepts one per category but the lowest
 * @param slopeErrors standard errors of the slopes
 * @param interceptErrors standard errors of the intercepts
 */
public record ItemParameters(
    String name,
    List<Double> slopes,
    List<Double> intercepts,
    List<Double> slopeErrors,
    List<Double> interceptErrors) {

  /** The same values as something fixed. */
  ItemParameters withoutErrors() {
    return new ItemParameters(
        name,
        slopes,
        intercepts,
        Collections.nCopies(slopes.size(), 0.0),
        Collections.nCopies(intercepts.size(), 0.0));
  }
}
