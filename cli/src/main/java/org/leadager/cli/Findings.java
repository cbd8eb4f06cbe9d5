package org.leadager.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.leadager.engine.agree.Alpha;
import org.leadager.engine.agree.OneFactor;
import org.leadager.engine.agree.OneWay;
import org.leadager.engine.agree.WithinGroup;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.facets.FacetResult.Fitted;
import org.leadager.engine.fit.Eap;
import org.leadager.engine.fit.Information;
import org.leadager.engine.fit.LimitedInformation;
import org.leadager.engine.fit.LimitedInformationResult;

/** Everything the engine said about a study; what could not be said is empty. */
record Findings(
    Study study,
    Calibration calibration,
    Eap scores,
    Optional<Information> information,
    LimitedInformationResult c2,
    Optional<Alpha> alpha,
    Optional<OneFactor> factor,
    Optional<OneWay> oneWay,
    List<WithinGroup> within,
    Optional<Facets> facets,
    Optional<BetweenGroups> between) {

  /** Below this a severity says next to nothing: its error is about a logit or more. */
  private static final int FEW_ANSWERS = 5;

  /** From here on errors by subject need no correction for their number. */
  private static final int MANY_SUBJECTS = 40;

  List<String> warnings() {
    List<String> all = new ArrayList<>(study.warnings());
    all.addAll(calibration.fit().warnings());
    fewSubjects(all);
    if (study.groups().isPresent() && between.isEmpty()) {
      all.add("Groups were not compared: the calibration did not converge.");
    }
    between.ifPresent(b -> all.addAll(b.warnings()));
    facets.ifPresent(f -> all.addAll(f.warnings()));
    facets.filter(f -> f.fit().random().isEmpty()).ifPresent(f -> fewAnswers(f.fit(), all));
    factor
        .filter(f -> f.outcome() != OneFactor.Outcome.CONVERGED)
        .ifPresent(f -> all.add("The one-factor model has no proper solution: no omega."));
    return all;
  }

  /** Those that a person reads first; {@link #warnings} has all. */
  List<String> shownWarnings() {
    return Shortened.warnings(warnings(), study.answers().names());
  }

  private void fewSubjects(List<String> warnings) {
    int subjects = study.subjects().groups();
    if (!study.severalForms() || subjects >= MANY_SUBJECTS) {
      return;
    }
    String only = "Only " + Words.count(subjects, "subject");
    warnings.add(
        study.clustered()
            ? only + ": standard errors, which let their forms depend on each other, are too small."
            : only + ": standard errors take their forms for independent and are too small.");
  }

  private static void fewAnswers(Fitted facets, List<String> warnings) {
    long few = facets.raters().stream().filter(r -> r.answers() < FEW_ANSWERS).count();
    if (few > 0) {
      warnings.add(
          "Facets: %s gave fewer than %d answers: %s severity is little more than a guess."
              .formatted(Words.count(few, "rater"), FEW_ANSWERS, few == 1 ? "its" : "their"));
    }
  }

  double omega() {
    return factor
        .filter(f -> f.outcome() == OneFactor.Outcome.CONVERGED)
        .map(OneFactor::omega)
        .orElse(Double.NaN);
  }

  double rwgjMean() {
    return within.stream()
        .mapToDouble(WithinGroup::rwgj)
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  double rwgjMedian() {
    double[] v =
        within.stream()
            .mapToDouble(WithinGroup::rwgj)
            .filter(x -> !Double.isNaN(x))
            .sorted()
            .toArray();
    return v.length == 0 ? Double.NaN : (v[(v.length - 1) / 2] + v[v.length / 2]) / 2;
  }

  double adMean() {
    return within.stream()
        .filter(g -> g.size() > 1)
        .mapToDouble(WithinGroup::adMean)
        .average()
        .orElse(Double.NaN);
  }

  double fit(ToDoubleFunction<LimitedInformation> part) {
    return c2.found().map(part::applyAsDouble).orElse(Double.NaN);
  }

  double oneWay(ToDoubleFunction<OneWay> part) {
    return oneWay.map(part::applyAsDouble).orElse(Double.NaN);
  }

  double marginal() {
    return information.map(Information::marginalReliability).orElse(Double.NaN);
  }
}
