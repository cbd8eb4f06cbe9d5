package org.leadager.engine.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.CalibrationResult;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.calibrate.Design;
import org.leadager.engine.calibrate.Freedom;
import org.leadager.engine.calibrate.LoadingPattern;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.Special;

/**
 * Differential item functioning by likelihood ratios (Thissen, Steinberg and Wainer 1993): each
 * item is freed alone, all others being equal over groups; then the items found are left free and
 * all are tested again, until the same are found. docs/methods/dif.md.
 */
public final class Dif {
  /** At least this share of the items must stay equal to hold the groups together. */
  private static final double LEAST_ANCHORS = 0.25;

  private final Calibrator calibrator;
  private final ItemResponses y;
  private final Design design;
  private final DifOptions options;

  private Dif(Calibrator calibrator, ItemResponses y, Design design, DifOptions options) {
    this.calibrator = calibrator;
    this.y = y;
    this.design = design;
    this.options = options;
  }

  /**
   * Tests every item.
   *
   * @param calibrator model, priors and grid; a chosen tolerance and whether errors are wanted
   *     apply to every fit, so errors are best switched off
   * @throws IllegalArgumentException where there is one group only
   */
  public static DifResult of(
      Calibrator calibrator,
      ItemResponses y,
      LoadingPattern loadings,
      Grouping groups,
      DifOptions options) {
    if (groups.groups() < 2) {
      throw new IllegalArgumentException("two groups are needed");
    }
    Design design = Design.of(loadings).groups(groups);
    CalibrationResult base = calibrator.fit(y, design);
    return switch (base) {
      case CalibrationResult.Refused refused -> new DifResult.Refused(refused.reason());
      case Calibration all when !all.fit().converged() ->
          new DifResult.Refused(
              "With all items equal over groups the estimates do not settle: "
                  + String.join(" ", all.fit().warnings()));
      case Calibration all -> new Dif(calibrator, y, design, options).purified(all);
    };
  }

  private DifResult purified(Calibration all) {
    List<String> warnings = new ArrayList<>(all.fit().warnings());
    Set<Set<String>> seen = new HashSet<>();
    Set<String> freed = Set.of();
    Calibration base = all;
    for (int round = 1; ; round++) {
      seen.add(freed);
      List<ItemDif> tested = round(base, freed);
      Set<String> found = new LinkedHashSet<>();
      tested.stream().filter(ItemDif::found).forEach(item -> found.add(item.name()));
      boolean enough = tested.size() - found.size() >= LEAST_ANCHORS * tested.size();
      boolean settled = found.equals(freed) || !enough;
      CalibrationResult next = settled ? base : fit(free(found), base);
      boolean usable = next instanceof Calibration c && c.fit().converged();
      if (settled || !usable || round == options.rounds() || seen.contains(found)) {
        conclude(tested, found, freed, enough, warnings);
        Calibration last = next instanceof Calibration c && usable ? c : base;
        return new DifResult.Found(tested, last, round, List.copyOf(warnings));
      }
      freed = Set.copyOf(found);
      base = (Calibration) next;
    }
  }

  private void conclude(
      List<ItemDif> tested,
      Set<String> found,
      Set<String> freed,
      boolean enough,
      List<String> warnings) {
    if (!enough) {
      warnings.add(
          "%d of %d items differ: too few are left to compare the groups by. Only differences relative to all items together are shown."
              .formatted(found.size(), tested.size()));
    } else if (options.rounds() > 1 && !found.equals(freed)) {
      warnings.add(
          "Which items differ had not settled: the last tests were made with "
              + (freed.isEmpty() ? "none" : String.join(", ", freed))
              + " free.");
    }
    for (ItemDif item : tested) {
      item.untested()
          .ifPresent(why -> warnings.add(item.name() + " could not be tested: " + why + "."));
    }
  }

  /** Tests every item with the others of {@code freed} free. */
  private List<ItemDif> round(Calibration base, Set<String> freed) {
    List<Candidate> candidates = new ArrayList<>();
    for (String item : y.names()) {
      if (isCalibrated(base, item)) {
        candidates.add(candidate(item, freed, base));
      }
    }
    double[] p = candidates.stream().mapToDouble(c -> c.any.p()).toArray();
    double[] adjusted = ManyTests.corrected(p, options.correction());
    List<ItemDif> tested = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      Candidate c = candidates.get(i);
      boolean found = adjusted[i] < options.level();
      tested.add(
          new ItemDif(c.item, c.any, c.uniform, c.nonuniform, adjusted[i], found, c.effects));
    }
    return List.copyOf(tested);
  }

  private boolean isCalibrated(Calibration base, String item) {
    Set<String> names = new HashSet<>(base.responses().names());
    return names.contains(item)
        || base.groups().stream().anyMatch(g -> names.contains(Design.nameIn(item, g.label())));
  }

  private record Candidate(
      String item,
      ItemDif.Test any,
      ItemDif.Test uniform,
      ItemDif.Test nonuniform,
      List<ItemDif.Effect> effects) {}

  /** Three nested fits: the item equal over groups, free in its intercepts, free altogether. */
  private Candidate candidate(String item, Set<String> freed, Calibration base) {
    Map<String, Freedom> free = free(freed);
    free.remove(item);
    CalibrationResult equal = freed.contains(item) ? fit(free, base) : base;
    free.put(item, Freedom.INTERCEPTS);
    CalibrationResult shifted = fit(free, base);
    free.put(item, Freedom.ALL);
    CalibrationResult apart = fit(free, shifted instanceof Calibration near ? near : base);
    return new Candidate(
        item,
        test(equal, apart),
        test(equal, shifted),
        test(shifted, apart),
        apart instanceof Calibration fitted && fitted.fit().converged()
            ? new DifEffects(fitted).of(item)
            : List.of());
  }

  private static ItemDif.Test test(CalibrationResult less, CalibrationResult more) {
    if (!(less instanceof Calibration a && more instanceof Calibration b)) {
      return new ItemDif.Test(Double.NaN, 0, Double.NaN);
    }
    int df = b.fit().parameters() - a.fit().parameters();
    if (!a.fit().converged() || !b.fit().converged()) {
      return new ItemDif.Test(Double.NaN, df, Double.NaN);
    }
    double statistic = Math.max(0, 2 * (b.fit().logLik() - a.fit().logLik()));
    return new ItemDif.Test(
        statistic, df, df < 1 ? Double.NaN : Special.chiSquareUpper(statistic, df));
  }

  private static Map<String, Freedom> free(Set<String> items) {
    Map<String, Freedom> free = new HashMap<>();
    items.forEach(item -> free.put(item, Freedom.ALL));
    return free;
  }

  private CalibrationResult fit(Map<String, Freedom> free, Calibration close) {
    return calibrator.fit(y, design.free(free).startingFrom(close));
  }
}
