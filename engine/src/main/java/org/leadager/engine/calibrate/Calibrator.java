package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.leadager.engine.calibrate.CalibrationResult.Refused;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.Cholesky;
import org.leadager.engine.model.ItemModel;

/**
 * Marginal maximum likelihood by the steps of this package, in order: {@link Quadrature}, EStep,
 * Statistics, MStep, Acceleration, ObservedInformation. docs/methods/calibration.md.
 */
public final class Calibrator {
  private static final int LIMIT = 3000;
  private static final double STEEP = 12;
  private final ItemModel model;
  private double tolerance = 1e-7;
  private boolean parallel = true;
  private Optional<Quadrature> grid = Optional.empty();

  /** A calibrator for one kind of item. */
  public Calibrator(ItemModel model) {
    this.model = model;
  }

  /** Uses this grid instead of the standard one. */
  public Calibrator grid(Quadrature chosen) {
    this.grid = Optional.of(chosen);
    return this;
  }

  /** Stops when no parameter moves by more than this (default 1e-7). */
  public Calibrator tolerance(double largestChange) {
    this.tolerance = largestChange;
    return this;
  }

  /** Whether to use all processors (default) or one; the answer is the same. */
  public Calibrator parallel(boolean all) {
    this.parallel = all;
    return this;
  }

  /** Calibrates every item on one dimension. */
  public CalibrationResult fit(ItemResponses answers) {
    return fit(answers, LoadingPattern.single(answers.items()));
  }

  /** Calibrates with the given loadings; items with one category are left out with a warning. */
  public CalibrationResult fit(ItemResponses answers, LoadingPattern loadings) {
    if (loadings.byItem().size() != answers.items()) {
      throw new IllegalArgumentException("one loading set per item is needed");
    }
    List<String> warnings = new ArrayList<>();
    List<Integer> kept = usable(answers, warnings);
    Optional<String> reason = refusal(answers, loadings, kept);
    if (reason.isPresent()) {
      return new Refused(reason.get());
    }
    ItemResponses y = answers.select(kept);
    LoadingPattern pattern = select(loadings, kept);
    Quadrature nodes = grid.orElseGet(() -> Quadrature.standard(loadings.dimensions().size()));
    Layout layout = new Layout(y, model, pattern, nodes);
    EStep eStep = new EStep(layout, y, parallel);
    Acceleration em = new Acceleration(layout, eStep, start(layout, y), tolerance, LIMIT);
    em.run();
    return new Report(layout, eStep, em, y, pattern).calibration(warnings);
  }

  private static List<Integer> usable(ItemResponses answers, List<String> warnings) {
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < answers.items(); i++) {
      String name = answers.names().get(i);
      if (answers.categories(i) < 2) {
        warnings.add(
            name
                + (answers.categories(i) == 0 ? " has no answers" : " has one answer only")
                + " and was left out.");
        continue;
      }
      kept.add(i);
      if (!answers.gaps(i).isEmpty()) {
        warnings.add(name + ": nobody chose " + answers.gaps(i) + "; those categories are merged.");
      }
    }
    return kept;
  }

  private Optional<String> refusal(
      ItemResponses answers, LoadingPattern loadings, List<Integer> kept) {
    int dimensions = loadings.dimensions().size();
    if (answers.rows() < 3) {
      return Optional.of("There are only " + answers.rows() + " rows; at least 3 are needed.");
    }
    if (kept.size() < 2) {
      return Optional.of("Fewer than 2 items have answers that differ.");
    }
    for (int d = 0; d < dimensions; d++) {
      int dimension = d;
      if (kept.stream().noneMatch(i -> loadings.byItem().get(i).contains(dimension))) {
        return Optional.of("No usable item belongs to " + loadings.dimensions().get(d) + ".");
      }
    }
    boolean binaryOnly = "2pl".equals(model.name());
    if (binaryOnly && kept.stream().anyMatch(i -> answers.categories(i) != 2)) {
      return Optional.of("The 2PL model needs items with exactly two answers.");
    }
    return Optional.empty();
  }

  private static LoadingPattern select(LoadingPattern loadings, List<Integer> kept) {
    List<Set<Integer>> byItem = kept.stream().map(loadings.byItem()::get).toList();
    return new LoadingPattern(loadings.dimensions(), byItem);
  }

  private double[] start(Layout layout, ItemResponses y) {
    double[] x = new double[layout.parameters];
    for (int i = 0; i < layout.items(); i++) {
      double[] share = new double[layout.categories[i]];
      double n = 0;
      for (int r = 0; r < y.rows(); r++) {
        if (y.code(r, i) != ItemResponses.MISSING) {
          share[y.code(r, i)]++;
          n++;
        }
      }
      for (int k = 0; k < share.length; k++) {
        share[k] /= n;
      }
      int slopes = layout.slopes(i);
      for (int j = 0; j < slopes; j++) {
        x[layout.offset[i] + j] = 1.0 / slopes;
      }
      double[] d = model.start(share);
      System.arraycopy(d, 0, x, layout.offset[i] + slopes, d.length);
    }
    for (int e = 0; e < layout.latentElement.length; e++) {
      x[layout.latent + e] = layout.latentElement[e][0] == layout.latentElement[e][1] ? 1 : 0.3;
    }
    return x;
  }

  /** Turns the last state of the iteration into a result with its errors and warnings. */
  private record Report(
      Layout layout, EStep eStep, Acceleration em, ItemResponses y, LoadingPattern pattern) {

    Calibration calibration(List<String> warnings) {
      double[] x = em.x;
      double[][] information = new ObservedInformation(layout, eStep, x, em.stats).information;
      double[] se = new double[layout.parameters];
      Arrays.fill(se, Double.NaN);
      Optional<Cholesky> factor = Cholesky.of(information);
      factor.ifPresent(f -> errors(f.inverse(), se));
      if (!em.bounded()) {
        warnings.add(
            "The estimates run off without end: the answers separate people too well, or are too"
                + " few, for a maximum to exist. Do not use them.");
      } else if (!em.converged) {
        warnings.add("The estimates had not settled when the steps ran out: do not use them.");
      }
      if (factor.isEmpty()) {
        warnings.add("The data do not determine every parameter: no standard errors.");
      }
      List<ItemParameters> items = new ArrayList<>();
      for (int i = 0; i < layout.items(); i++) {
        items.add(item(i, x, se, warnings));
      }
      coarseGrid(warnings);
      boolean converged = em.converged && factor.isPresent();
      return new Calibration(
          layout.model,
          pattern,
          y,
          List.copyOf(items),
          lists(layout.covariance(x)),
          new Calibration.Fit(
              em.stats.logLik, layout.parameters, em.eSteps, converged, List.copyOf(warnings)),
          layout.grid);
    }

    private static void errors(double[][] inverse, double[] se) {
      for (int a = 0; a < se.length; a++) {
        se[a] = Math.sqrt(inverse[a][a]);
      }
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
              y.names().get(i)
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
          y.names().get(i), List.of(slopes), List.copyOf(d), List.of(errors), List.copyOf(dError));
    }

    /** A rectangle rule errs by about 2 exp(−2π² s²/h²): 1e-3 when the spacing h is 1.6 s. */
    private void coarseGrid(List<String> warnings) {
      double narrow = PosteriorWidth.typical(layout, eStep, em.x);
      if (narrow < 0.6 * layout.grid.spacing()) {
        warnings.add(
            "The grid is too coarse: its points are %.2f apart and people are known to ± %.2f. Use"
                    .formatted(layout.grid.spacing(), narrow)
                + " more points before believing the figures.");
      }
    }

    private static List<List<Double>> lists(double[][] m) {
      List<List<Double>> rows = new ArrayList<>();
      for (double[] row : m) {
        rows.add(DoubleStream.of(row).boxed().toList());
      }
      return List.copyOf(rows);
    }
  }
}
