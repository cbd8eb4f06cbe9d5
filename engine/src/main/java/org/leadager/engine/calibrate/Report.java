package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.kernel.Cholesky;

/** Turns the last state of the iteration into a result with its errors and warnings. */
record Report(
    Layout layout,
    EStep eStep,
    Acceleration em,
    Prepared data,
    LoadingPattern pattern,
    Optional<Grouping> clusters,
    boolean errors) {
  private static final double STEEP = 12;
  private static final int ERRORS_LIMIT = 4000;

  Calibration calibration(List<String> warnings) {
    double[] x = em.x;
    double[] se = new double[layout.parameters];
    Arrays.fill(se, Double.NaN);
    Optional<Cholesky> information = errors ? information(x, warnings) : Optional.empty();
    information.ifPresent(factor -> addErrors(factor, se));
    boolean determined = !errors || information.isPresent() || layout.parameters > ERRORS_LIMIT;
    ending(warnings);
    List<ItemParameters> items = new ArrayList<>();
    for (int i = 0; i < layout.items(); i++) {
      ItemParameters held = layout.comparison.held().get(i);
      items.add(held == null ? item(i, x, se, warnings) : held.withoutErrors());
    }
    grid(warnings);
    boolean converged = em.converged && determined;
    return new Calibration(
        layout.model,
        pattern,
        data.answers(),
        List.copyOf(items),
        groups(x, se, warnings),
        data.rows(),
        new Calibration.Fit(
            em.stats.logLik,
            layout.restriction.free(),
            em.eSteps,
            converged,
            List.copyOf(warnings)),
        layout.grid,
        information.flatMap(factor -> clusters.map(of -> clustered(factor, of))),
        new ParameterPlaces(layout));
  }

  private List<GroupTraits> groups(double[] x, double[] se, List<String> warnings) {
    List<GroupTraits> groups = new Populations(layout, data.rows(), x, se).all(warnings);
    warnings.addAll(AlikeDimensions.warnings(pattern.dimensions(), groups));
    return groups;
  }

  private void ending(List<String> warnings) {
    if (!em.bounded()) {
      warnings.add(
          "The estimates run off without end: the answers separate people too well, or are too"
              + " few, for a maximum to exist. Do not use them.");
    } else if (!em.converged) {
      warnings.add("The estimates had not settled when the steps ran out: do not use them.");
    }
  }

  /** The factor of the exact information; empty where the data do not determine it. */
  private Optional<Cholesky> information(double[] x, List<String> warnings) {
    if (layout.parameters > ERRORS_LIMIT) {
      warnings.add(
          "There are %d parameters: standard errors are computed up to %d."
              .formatted(layout.parameters, ERRORS_LIMIT));
      return Optional.empty();
    }
    Optional<Cholesky> factor = ObservedInformation.of(layout, eStep, x, em.stats);
    if (factor.isEmpty()) {
      warnings.add("The data do not determine every parameter: no standard errors.");
    }
    return factor;
  }

  private void addErrors(Cholesky information, double[] se) {
    double[] variances = layout.restriction.variances(information);
    for (int a = 0; a < se.length; a++) {
      se[a] = Math.sqrt(variances[a]);
    }
  }

  private ClusteredErrors clustered(Cholesky information, Grouping of) {
    CompleteScores scores = new CompleteScores(layout, em.x, em.stats);
    double[] se = new ClusterScores(layout, eStep, em.x, scores, of).errors(information);
    List<ClusteredErrors.OfItem> items =
        IntStream.range(0, layout.items()).mapToObj(i -> errors(i, se)).toList();
    return new ClusteredErrors(items, Populations.errors(layout, se), of.groups());
  }

  /** An item's errors; 0 where a value is fixed. */
  private ClusteredErrors.OfItem errors(int i, double[] se) {
    Double[] slopes = new Double[layout.grid.dimensions()];
    Arrays.fill(slopes, 0.0);
    for (int j = 0; j < layout.slopes(i); j++) {
      slopes[layout.dims[i][j]] = se[layout.offset[i] + j];
    }
    List<Double> intercepts = new ArrayList<>();
    boolean held = layout.size(i) == 0;
    for (int k = 0; k < layout.categories[i] - 1; k++) {
      intercepts.add(held ? 0.0 : se[layout.offset[i] + layout.slopes(i) + k]);
    }
    return new ClusteredErrors.OfItem(List.of(slopes), List.copyOf(intercepts));
  }

  private ItemParameters item(int i, double[] x, double[] se, List<String> warnings) {
    Double[] slopes = new Double[layout.grid.dimensions()];
    Arrays.fill(slopes, 0.0);
    String name = data.answers().names().get(i);
    for (int j = 0; j < layout.dims[i].length; j++) {
      slopes[layout.dims[i][j]] = layout.slope(x, i, j);
      if (Math.abs(layout.slope(x, i, j)) > STEEP) {
        warnings.add(
            name
                + " separates people almost perfectly: its slope has no finite"
                + " maximum that the data could hold.");
      }
    }
    List<Double> d = Arrays.stream(layout.intercepts(x, i)).boxed().toList();
    ClusteredErrors.OfItem errors = errors(i, se);
    return new ItemParameters(name, List.of(slopes), d, errors.slopes(), errors.intercepts());
  }

  private void grid(List<String> warnings) {
    double reach = GridChoice.reach(layout, em.x);
    if (reach > layout.grid.range() + 1e-9) {
      warnings.add(
          "The grid ends at ± %.1f, but people reach to %.1f: let the engine choose it, or ask for a wider one."
              .formatted(layout.grid.range(), reach));
    }
    double narrow = PosteriorWidth.typical(layout, eStep, em.x);
    if (GridChoice.tooCoarse(narrow, layout.grid)) {
      warnings.add(
          "The grid is too coarse: its points are %.2f apart and people are known to ± %.2f. Use"
                  .formatted(layout.grid.spacing(), narrow)
              + " more points before believing the figures.");
    }
  }
}
