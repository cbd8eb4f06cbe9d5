package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    if (model.sharedSteps()) {
      warnings.addAll(SharedSteps.alone(y));
    }
    Solution solution = solve(y, pattern);
    estimated.run();
    return new Report(solution.layout, solution.eStep, solution.em, y, pattern, errors)
        .calibration(warnings);
  }

  /** Where the iteration ended, on the grid that was fine enough. */
  private record Solution(Layout layout, EStep eStep, Acceleration em) {}

  private Solution solve(ItemResponses y, LoadingPattern pattern) {
    Quadrature nodes = grid.orElseGet(() -> Quadrature.standard(pattern.dimensions().size()));
    double[] x = start(new Layout(y, model, pattern, nodes, priors), y);
    boolean close = false;
    while (true) {
      Layout layout = new Layout(y, model, pattern, nodes, priors);
      Solution solution = solve(layout, y, x, close);
      Optional<Quadrature> finer =
          grid.isPresent() || !solution.em.converged
              ? Optional.empty()
              : GridChoice.better(layout, solution.eStep, solution.em.x);
      if (finer.isEmpty()) {
        return solution;
      }
      nodes = finer.get();
      x = solution.em.x;
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

  private Optional<String> refusal(
      ItemResponses answers, LoadingPattern loadings, List<Integer> kept) {
    int dimensions = loadings.dimensions().size();
    if (answers.rows() < 3) {
      return Optional.of("There are only " + answers.rows() + " rows; at least 3 are needed.");
    }
    if (kept.size() > MAX_ITEMS) {
      return Optional.of(
          "There are %d items; at most %d can be calibrated at once."
              .formatted(kept.size(), MAX_ITEMS));
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
      int slopes = layout.slopes(i);
      Arrays.fill(x, layout.offset[i], layout.offset[i] + slopes, 1.0 / Math.max(1, slopes));
      double[] d = model.start(shares(y.codes(i), layout.categories[i]));
      System.arraycopy(d, 0, x, layout.offset[i] + slopes, d.length);
    }
    layout.shared.level(x, layout.offset, layout.categories);
    for (int e = 0; e < layout.latentElement.length; e++) {
      x[layout.latent + e] = layout.latentElement[e][0] == layout.latentElement[e][1] ? 1 : 0.3;
    }
    return x;
  }

  private static double[] shares(byte[] codes, int categories) {
    double[] share = new double[categories];
    double n = 0;
    for (byte code : codes) {
      if (code != ItemResponses.MISSING) {
        share[code]++;
        n++;
      }
    }
    for (int k = 0; k < share.length; k++) {
      share[k] /= n;
    }
    return share;
  }
}
