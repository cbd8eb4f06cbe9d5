package org.leadager.engine.rating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an instrument's two axes may be reported apart.
 *
 * @param answer what to report
 * @param reasons plain sentences that say why; never empty
 * @param evidence the figures behind it; null where there are none
 */
public record AxesVerdict(Answer answer, List<String> reasons, @Nullable Evidence evidence) {
  /** What to report. */
  public enum Answer {
    TWO_AXES,
    /** One score in place of two. */
    ONE_SCORE,
    /** The gate cannot be asked: report as before and say that it is not tested yet. */
    NOT_TESTABLE
  }

  /**
   * What the gate looks at.
   *
   * @param correlation ρ with its 90% interval
   * @param ecv share of the general factor in what items have in common at the level of subjects
   * @param omegaH share of the general factor in the variance of the panel's total
   * @param own for each axis the share of its variance that its own items' score predicts (PRMSE_s)
   * @param total for each axis the share that the total over all items predicts (PRMSE_x)
   */
  public record Evidence(
      AxisCorrelation correlation,
      double ecv,
      double omegaH,
      List<Double> own,
      List<Double> total) {
    public Evidence {
      own = List.copyOf(own);
      total = List.copyOf(total);
    }
  }

  public AxesVerdict {
    reasons = List.copyOf(reasons);
  }
}
