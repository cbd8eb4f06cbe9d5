package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.CalibrationResult.Refused;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.ItemModel;

/**
 * Marginal maximum likelihood by the steps of this package, in order: {@link Quadrature}, EStep,
 * Statistics, MStep, Acceleration, ObservedInformation. docs/methods/calibration.md.
 */
public final class Calibrator {
  private static final int LIMIT = 3000;
  private static final int MAX_ITEMS = 5000;
  private final ItemModel model;
  private double tolerance = 1e-7;
  private boolean parallel = true;
  private boolean errors = true;
  private Runnable estimated = () -> {};
  private Priors priors = Priors.NONE;
  private Optional<Quadrature> grid = Optional.empty();

  /** A calibrator for one kind of item. */
  public Calibrator(ItemModel model) {
    this.model = model;
  }

  /** Uses this grid whatever the posteriors, instead of one that the engine chooses. */
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

  /** Maximises the posterior under these priors instead of the likelihood; errors follow suit. */
  public Calibrator priors(Priors chosen) {
    this.priors = chosen;
    return this;
  }

  /** Whether to compute standard errors (default); without them they are NaN. */
  public Calibrator errors(boolean wanted) {
    this.errors = wanted;
    return this;
  }

  /** Told when the estimates stand and their errors are begun, for whoever shows progress. */
  public Calibrator whenEstimated(Runnable told) {
    this.estimated = told;
    return this;
  }

  /** Calibrates every item on one dimension. */
  public CalibrationResult fit(ItemResponses answers) {
    return fit(answers, LoadingPattern.single(answers.items()));
  }

  /** Calibrates with the given loadings; items with one category are left out with a warning. */
  public CalibrationResult fit(ItemResponses answers, LoadingPattern loadings) {
    return fit(answers, Design.of(loadings));
  }

  /**
   * Calibrates with groups, items that may differ between them, or items held at given values.
   *
   * @throws IllegalArgumentException where the design does not describe these answers
   */
  public CalibrationResult fit(ItemResponses answers, Design design) {
    Prepared all = Prepared.of(answers, design);
    List<String> warnings = new ArrayList<>();
    List<Integer> kept = usable(all.answers(), warnings);
    Prepared data = all.select(kept);
    List<String> dimensions = design.loadings().dimensions();
    Optional<String> reason = refusal(data, dimensions).or(() -> Linkage.refusal(data, dimensions));
    if (reason.isPresent()) {
      return new Refused(reason.get());
    }
    if (model.sharedSteps()) {
      warnings.addAll(SharedSteps.alone(data.answers()));
    }
    LoadingPattern pattern = new LoadingPattern(dimensions, data.byItem());
    Solution solution = solve(data, pattern, design.start());
    estimated.run();
    return new Report(
            solution.layout, solution.eStep, solution.em, data, pattern, design.clusters(), errors)
        .calibration(warnings);
  }

  /** Where the iteration ended, on the grid that was fine enough. */
  private record Solution(Layout layout, EStep eStep, Acceleration em) {}

  private Solution solve(Prepared data, LoadingPattern pattern, Optional<Calibration> near) {
    ItemResponses y = data.answers();
    Comparison comparison = data.comparison(model.freeSlopes());
    Quadrature nodes =
        grid.or(() -> near.map(Calibration::grid))
            .orElseGet(() -> Quadrature.standard(pattern.dimensions().size()));
    Layout first = new Layout(y, model, pattern, nodes, priors, comparison);
    double[] x = Start.of(first, y);
    near.ifPresent(close -> Start.moveTo(close, first, data, x));
    boolean close = near.isPresent();
    double[] start = x;
    while (true) {
      Layout layout = new Layout(y, model, pattern, nodes, priors, comparison);
      Solution solution = solve(layout, y, start, close);
      Optional<Quadrature> finer =
          grid.isPresent() || !solution.em.converged
              ? Optional.empty()
              : GridChoice.better(layout, solution.eStep, solution.em.x);
      if (finer.isEmpty()) {
        return solution;
      }
      start = GridChoice.spread(layout, solution.em.x);
      nodes = finer.get();
      close = true;
    }
  }

  private Solution solve(Layout layout, ItemResponses y, double[] start, boolean close) {
    Optional<EStep> sample = WarmStart.sample(layout, y, parallel);
    EStep eStep = new EStep(layout, y, 1, parallel);
    Optional<Acceleration> warm = sample.map(s -> WarmStart.from(layout, s, start));
    boolean settled = warm.isPresent() && warm.get().converged;
    double[] x = settled ? warm.get().x : start;
    Acceleration em = new Acceleration(layout, eStep, sample.orElse(eStep), x, tolerance, LIMIT);
    if (settled) {
      em.finish(warm.get().steering());
    } else if (close) {
      em.finish(Optional.empty());
    } else {
      em.run();
    }
    return new Solution(layout, eStep, em);
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

  private Optional<String> refusal(Prepared data, List<String> dimensions) {
    ItemResponses y = data.answers();
    if (y.rows() < 3) {
      return Optional.of("At least 3 rows are needed, not " + y.rows() + ".");
    }
    if (y.items() > MAX_ITEMS) {
      return Optional.of(
          "There are %d items; at most %d can be calibrated at once."
              .formatted(y.items(), MAX_ITEMS));
    }
    if (model.sharedSteps() && !data.anchors().isEmpty()) {
      return Optional.of(
          "Items of the rating scale model share their steps, so that some cannot be held alone:"
              + " hold them in the partial credit model.");
    }
    if (y.items() < 2) {
      return Optional.of("Fewer than 2 items have answers that differ.");
    }
    for (int d = 0; d < dimensions.size(); d++) {
      int dimension = d;
      if (data.byItem().stream().noneMatch(of -> of.contains(dimension))) {
        return Optional.of("No usable item belongs to " + dimensions.get(d) + ".");
      }
    }
    boolean binaryOnly = "2pl".equals(model.name());
    if (binaryOnly && IntStream.range(0, y.items()).anyMatch(i -> y.categories(i) != 2)) {
      return Optional.of("The 2PL model needs items with exactly two answers.");
    }
    return Optional.empty();
  }
}
