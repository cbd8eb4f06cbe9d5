package org.leadager.engine.fit;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.fit.LimitedInformationResult.Refused;
import org.leadager.engine.kernel.Special;

/**
 * Does the model describe how items go together? C2 (Cai and Monroe 2014) compares the shares of
 * categories and the means of products of two items with what the model expects; for items with two
 * answers it is M2 (Maydeu-Olivares and Joe 2006). Several groups add up.
 * docs/methods/model-fit.md.
 *
 * @param c2 the statistic, χ² where the model holds
 * @param df its degrees of freedom
 * @param p chance of a larger one
 * @param rmsea root mean square error of approximation
 * @param rmseaLow lower end of its 90% interval
 * @param rmseaHigh upper end
 * @param rows complete rows it was computed on
 */
public record LimitedInformation(
    double c2, int df, double p, double rmsea, double rmseaLow, double rmseaHigh, int rows)
    implements LimitedInformationResult {
  private static final int MOST_ITEMS = 71;
  private static final int LEAST_ROWS = 30;

  /**
   * Computed on the rows without missing answers: those that answer every item which anybody of
   * their group answers. Refused where a group has fewer than 30 of them, beyond 71 items, where no
   * degrees of freedom are left and for a calibration that did not converge.
   */
  public static LimitedInformationResult of(Calibration calibration) {
    if (!calibration.fit().converged()) {
      return new Refused("The calibration did not converge.");
    }
    MomentFit fit = new MomentFit(calibration);
    int n = 0;
    for (int g = 0; g < calibration.groups().size(); g++) {
      int[] items = present(calibration, g);
      int[] rows = complete(calibration, g, items);
      Optional<String> reason = refusal(calibration, g, items.length, rows.length);
      if (reason.isPresent()) {
        return new Refused(reason.get());
      }
      if (!fit.add(g, items, rows)) {
        return new Refused("The answers expected of the items determine one another.");
      }
      n += rows.length;
    }
    int rows = n;
    int groups = calibration.groups().size();
    if (fit.df() < 1) {
      return new Refused(
          "%d shares and products cannot test a model with %d parameters: more items are needed."
              .formatted(fit.moments(), calibration.places().free()));
    }
    return fit.c2()
        .<LimitedInformationResult>map(x -> result(x, fit.df(), rows, groups))
        .orElseGet(() -> new Refused("The complete rows do not determine every parameter."));
  }

  private static Optional<String> refusal(Calibration calibration, int group, int items, int rows) {
    if (items > MOST_ITEMS) {
      return Optional.of(
          "It is computed for up to %d items; here are %d.".formatted(MOST_ITEMS, items));
    }
    if (rows >= LEAST_ROWS) {
      return Optional.empty();
    }
    String where =
        calibration.groups().size() == 1
            ? ""
            : " of the group " + calibration.groups().get(group).label();
    return Optional.of(
        "At least %d rows without missing answers%s are needed; %d of %d rows are complete."
            .formatted(LEAST_ROWS, where, rows, calibration.groups().get(group).rows()));
  }

  /** The items that somebody in the group answers. */
  private static int[] present(Calibration calibration, int group) {
    ItemResponses y = calibration.responses();
    return IntStream.range(0, y.items())
        .filter(i -> rows(calibration, group).anyMatch(r -> y.code(r, i) != ItemResponses.MISSING))
        .toArray();
  }

  private static int[] complete(Calibration calibration, int group, int[] items) {
    ItemResponses y = calibration.responses();
    return rows(calibration, group)
        .filter(r -> IntStream.of(items).allMatch(i -> y.code(r, i) != ItemResponses.MISSING))
        .toArray();
  }

  private static IntStream rows(Calibration calibration, int group) {
    return IntStream.range(0, calibration.rows().rows())
        .filter(r -> calibration.rows().group(r) == group);
  }

  /** With several groups the RMSEA is that of one of them: times √G (Steiger 1998). */
  private static LimitedInformation result(double c2, int df, int rows, int groups) {
    double per = (double) df * (rows - groups) / groups;
    DoubleUnaryOperator below = ncp -> Special.chiSquareNoncentral(c2, df, ncp);
    return new LimitedInformation(
        c2,
        df,
        Special.chiSquareUpper(c2, df),
        Math.sqrt(Math.max(0, c2 - df) / per),
        Math.sqrt(where(below, 0.95, c2) / per),
        Math.sqrt(where(below, 0.05, c2) / per),
        rows);
  }

  /** The non-centrality at which the decreasing function passes p; 0 where it begins below. */
  private static double where(DoubleUnaryOperator below, double p, double c2) {
    double low = 0;
    double high = 2 * c2 + 100;
    for (int i = 0; i < 60; i++) {
      double mid = (low + high) / 2;
      if (below.applyAsDouble(mid) > p) {
        low = mid;
      } else {
        high = mid;
      }
    }
    return low;
  }
}
