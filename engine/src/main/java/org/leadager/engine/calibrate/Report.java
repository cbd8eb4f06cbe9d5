package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leadager.engine.kernel.Cholesky;

/** Turns the last state of the iteration into a result with its errors and warnings. */
record Report(
    Layout layout,
    EStep eStep,
    Acceleration em,
    Prepared data,
    LoadingPattern pattern,
    boolean errors) {
  private static final double STEEP = 12;
  private static final int ERRORS_LIMIT = 4000;

  Calibration calibration(List<String> warnings) {
    double[] x = em.x;
    double[] se = new double[layout.parameters];
    Arrays.fill(se, Double.NaN);
    boolean determined = !errors || addErrors(x, se, warnings);
    if (!em.bounded()) {
      warnings.add(
          "The estimates run off without end: the answers separate people too well, or are too"
              + " few, for a maximum to exist. Do not use them.");
    } else if (!em.converged) {
      warnings.add("The estimates had not settled when the steps ran out: do not use them.");
    }
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
        new Populations(layout, data.rows(), x, se).all(warnings),
        data.rows(),
        new Calibration.Fit(
            em.stats.logLik,
            layout.restriction.free(),
            em.eSteps,
            converged,
            List.copyOf(warnings)),
        layout.grid,
        new ParameterPlaces(layout));
  }

  /** Standard errors from the exact information; false where the data do not determine them. */
  private boolean addErrors(double[] x, double[] se, List<String> warnings) {
    if (layout.parameters > ERRORS_LIMIT) {
      warnings.add(
          "There are %d parameters: standard errors are computed up to %d."
              .formatted(layout.parameters, ERRORS_LIMIT));
      return true;
    }
    Optional<Cholesky> factor = ObservedInformation.of(layout, eStep, x, em.stats);
    if (factor.isEmpty()) {
      warnings.add("The data do not determine every parameter: no standard errors.");
      return false;
    }
    double[] variances = layout.restriction.variances(factor.get());
    for (int a = 0; a < se.length; a++) {
      se[a] = Math.sqrt(variances[a]);
    }
    return true;
  }

  private ItemParameters item(int i, double[] x, double[] se, List<String> warnings) {
    Double[] slopes = new Double[layout.grid.dimensions()];
    Double[] errors = new Double[slopes.length];
    Arrays.fill(slopes, 0.0);
    Arrays.fill(errors, 0.0);
    for (int j = 0; j < layout.dims[i].length; j++) {
      slopes[layout.dims[i][j]] = layout.slope(x, i, j);
      errors[layout.dims[i][j]] = layout.slopes(i) == 0 ? 0 : se[layout.offset[i] + j];
      if (Math.abs(layout.slope(x, i, j)) > STEEP) {
        warnings.add(
            data.answers().names().get(i)
                + " separates people almost perfectly: its slope has no finite"
                + " maximum that the data could hold.");
      }
    }
    List<Double> d = new ArrayList<>();
    List<Double> dError = new ArrayList<>();
    for (int k = 0; k < layout.categories[i] - 1; k++) {
      int at = layout.offset[i] + layout.slopes(i) + k;
      d.add(x[at]);
      dError.add(se[at]);
    }
    return new ItemParameters(
        data.answers().names().get(i),
        List.of(slopes),
        List.copyOf(d),
        List.of(errors),
        List.copyOf(dError));
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
