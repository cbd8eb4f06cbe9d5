package org.leadager.reports;

import java.util.List;
import java.util.Optional;
import org.leadager.platform.http.Zone;
import org.leadager.scores.Figures;

/** Up to which doubt something is said, and in which words. */
final class Limits {
  /** An axis whose standard error lies above this is shown in grey. */
  static final double GREY = 0.50;

  /** Above this it is not shown at all. */
  static final double REFUSED = 0.60;

  private static final double CLEAR = 0.90;
  private static final double LIKELY = 0.75;

  private Limits() {}

  static boolean grey(Figures.Axis axis) {
    return axis.level().sd() > GREY && !refused(axis);
  }

  static boolean refused(Figures.Axis axis) {
    return axis.level().sd() > REFUSED;
  }

  /** Codes of the axes about which nothing is said. */
  static List<String> refused(Figures figures) {
    return figures.axes().stream().filter(Limits::refused).map(Figures.Axis::code).toList();
  }

  /** Where a figure stands, from the probability that it lies at its need or above. */
  static Zone zone(double above) {
    if (above >= CLEAR) {
      return Zone.CLEAR_STRENGTH;
    }
    if (above >= LIKELY) {
      return Zone.LIKELY_STRENGTH;
    }
    if (above <= 1 - CLEAR) {
      return Zone.CLEAR_NEED;
    }
    return above <= 1 - LIKELY ? Zone.LIKELY_NEED : Zone.CANNOT_TELL;
  }

  /**
   * Why there can be no report; empty where there can. Axes that are refused do not stand in its
   * way: the report then says so, beside who answered and their comments.
   */
  static Optional<String> noReport(Figures figures) {
    return figures.outcome() == Figures.Outcome.SCORED
        ? Optional.empty()
        : Optional.of(noReport(figures.outcome()));
  }

  /** Why there is no report when scoring ended so. */
  static String noReport(Figures.Outcome outcome) {
    return switch (outcome) {
      case NOT_REPORTABLE ->
          "Too few raters: a report needs four besides the person, in groups that may be shown";
      case NOT_CONVERGED -> "No trustworthy estimate came out of these answers";
      case SCORED -> throw new IllegalArgumentException("There is a report");
    };
  }
}
