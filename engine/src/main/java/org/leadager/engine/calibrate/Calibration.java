package org.leadager.engine.calibrate;

import java.util.List;
import java.util.Optional;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.ItemModel;

/**
 * A calibrated item response model with what is needed to judge it.
 *
 * @param model the item model
 * @param pattern dimensions and loadings of the items that were kept
 * @param responses the answers to the items that were kept
 * @param items their parameters, in the order of {@code responses}
 * @param groups latent traits of each group; the first one's have mean zero and, where slopes are
 *     free, variance one, unless anchors hold the scale
 * @param rows which group each row belongs to
 * @param fit how well and how it ended
 * @param grid the quadrature that was used
 * @param clustered errors that do not take rows for independent; empty where no clusters were given
 *     or there are no errors
 * @param places where its parameters stand and which are free
 */
public record Calibration(
    ItemModel model,
    LoadingPattern pattern,
    ItemResponses responses,
    List<ItemParameters> items,
    List<GroupTraits> groups,
    Grouping rows,
    Fit fit,
    Quadrature grid,
    Optional<ClusteredErrors> clustered,
    ParameterPlaces places)
    implements CalibrationResult {

  /**
   * How the fit ended.
   *
   * @param logLik log-likelihood at the estimates
   * @param parameters number of free parameters
   * @param iterations passes over the data
   * @param converged whether no parameter moved any more and the information is positive definite
   * @param warnings what must be known before any figure is believed; empty when nothing
   */
  public record Fit(
      double logLik, int parameters, int iterations, boolean converged, List<String> warnings) {}

  /** Of one group with traits of mean zero, whose covariance has no known errors. */
  public static Calibration ofOneGroup(
      ItemModel model,
      LoadingPattern pattern,
      ItemResponses responses,
      List<ItemParameters> items,
      List<List<Double>> covariance,
      Fit fit,
      Quadrature grid) {
    return new Calibration(
        model,
        pattern,
        responses,
        items,
        List.of(GroupTraits.centred(responses.rows(), covariance)),
        Grouping.single(responses.rows()),
        fit,
        grid,
        Optional.empty(),
        new ParameterPlaces(new Layout(responses, model, pattern, grid)));
  }

  /** Covariance of the first group's traits: a correlation matrix where slopes are free. */
  public List<List<Double>> covariance() {
    return groups.getFirst().covariance();
  }

  /** Akaike's criterion. */
  public double aic() {
    return -2 * fit.logLik() + 2.0 * fit.parameters();
  }

  /** Schwarz's criterion over all rows. */
  public double bic() {
    return -2 * fit.logLik() + Math.log(responses.rows()) * fit.parameters();
  }
}
