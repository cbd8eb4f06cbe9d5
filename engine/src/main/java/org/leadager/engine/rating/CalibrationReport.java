package org.leadager.engine.rating;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadager.engine.rating.CalibrationWarning.Kind;

/** Turns the end of the search into estimates with their errors, an outcome and warnings. */
record CalibrationReport(
    CalibrationLayout layout, CalibrationSearch search, CalibrationSample sample) {

  CalibrationOutcome outcome(CalibrationInformation information, List<Cells> cells) {
    warnOfBounds();
    ItemParameters.Builder items = layout.items(search.x);
    CalibrationErrors errors = errors(information);
    List<CorrelationEstimate> correlations = List.of();
    String reason = "";
    if (errors == null) {
      reason = "The answers do not determine every number.";
      layout.addBaseUncertainty(items);
    } else {
      errors.addTo(items);
      correlations = errors.correlations(search.x);
    }
    if (search.restless()) {
      reason =
          "The answers separate people too well for slopes to settle; look for people whose answers"
              + " are all alike.";
    } else if (!search.converged) {
      reason = "The estimates had not settled when the steps ran out.";
    }
    return new CalibrationOutcome.Calibrated(
        reason.isEmpty() ? Outcome.CONVERGED : Outcome.NOT_CONVERGED,
        reason,
        items.build(),
        layout.priors(search.x),
        correlations,
        fit(cells),
        sample.warnings);
  }

  private @Nullable CalibrationErrors errors(CalibrationInformation information) {
    return CalibrationErrors.of(layout, sample.count, information.at(search.x));
  }

  private CalibrationOutcome.Fit fit(List<Cells> cells) {
    return new CalibrationOutcome.Fit(
        cells.size(),
        cells.stream().mapToInt(c -> c.panel.raters).sum(),
        cells.stream().mapToInt(c -> c.panel.ratings).sum(),
        layout.size,
        search.expectation.passes,
        search.statistics.logLikelihood);
  }

  private void warnOfBounds() {
    for (int i = 0; i < layout.item.length; i++) {
      if (atBound(
          layout.item[i], CalibrationStep.LOWEST_LOG_SLOPE, CalibrationStep.HIGHEST_LOG_SLOPE)) {
        sample.warn(
            Kind.SLOPE_AT_BOUND,
            i,
            "Item " + (i + 1) + ": its slope ran to the end of what is allowed.");
      }
    }
    for (int g = 0; g < layout.halo.length; g++) {
      if (varianceAtBound(layout.halo[g])) {
        sample.warn(
            Kind.VARIANCE_AT_BOUND,
            g,
            "Source " + (g + 1) + ": its halo variance ran to the end of what is allowed.");
      }
    }
    for (int e = 0; e < layout.effect.length; e++) {
      if (varianceAtBound(layout.effect[e])) {
        Effect effect = CalibrationStatistics.EFFECTS[e];
        sample.warn(
            Kind.VARIANCE_AT_BOUND,
            -1,
            "The variance of effect " + effect + " ran to the end of what is allowed.");
      }
    }
    for (int at : layout.correlation) {
      if (atBound(at, -CalibrationStep.LARGEST_ATANH, CalibrationStep.LARGEST_ATANH)) {
        sample.warn(Kind.CORRELATION_AT_BOUND, -1, "Two axes cannot be told apart.");
      }
    }
  }

  private boolean varianceAtBound(int at) {
    return atBound(at, CalibrationStep.LOWEST_LOG_VARIANCE, CalibrationStep.HIGHEST_LOG_VARIANCE);
  }

  private boolean atBound(int at, double low, double high) {
    return at >= 0 && (search.x[at] <= low || search.x[at] >= high);
  }
}
