package org.leadager.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.CalibrationResult;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.calibrate.Design;
import org.leadager.engine.calibrate.Freedom;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.fit.Dif;
import org.leadager.engine.fit.DifOptions;
import org.leadager.engine.fit.DifResult;
import org.leadager.engine.fit.ItemDif;

/**
 * Several groups on one scale.
 *
 * @param groups where they stand
 * @param dif items that work differently in them; empty where that was not asked or not possible
 * @param warnings what the calibration with equal items did not say yet
 */
record BetweenGroups(GroupTable groups, Optional<DifTable> dif, List<String> warnings) {

  /** Compares groups and, where {@code items} says so, every item between them. */
  static BetweenGroups of(
      Study study, Grouping groups, Calibration equal, boolean items, Stages stages) {
    if (!items) {
      return alone(equal, List.of());
    }
    String words =
        "Comparing %s between %s"
            .formatted(
                Words.count(study.answers().items(), "item"),
                Words.count(groups.groups(), "group"));
    stages.enter("dif", words);
    AtomicInteger fits = new AtomicInteger();
    Calibrator calibrator =
        new Calibrator(equal.model())
            .errors(false)
            .whenEstimated(
                () -> stages.at(words + ", " + Words.count(fits.incrementAndGet(), "calibration")));
    return switch (Dif.of(
        calibrator, study.answers(), study.pattern(), groups, DifOptions.STANDARD)) {
      case DifResult.Refused refused ->
          alone(equal, List.of("Items were not compared between groups: " + refused.reason()));
      case DifResult.Found found -> found(study, equal, found);
    };
  }

  private static BetweenGroups alone(Calibration equal, List<String> warnings) {
    return new BetweenGroups(GroupTable.of(equal), Optional.empty(), warnings);
  }

  private static BetweenGroups found(Study study, Calibration equal, DifResult.Found found) {
    List<String> warnings = new ArrayList<>(found.warnings());
    Optional<Calibration> again = freed(study, found);
    again.ifPresent(f -> warnings.addAll(f.fit().warnings()));
    Optional<Calibration> freed = again.filter(f -> f.fit().converged());
    if (again.isPresent() && freed.isEmpty()) {
      warnings.add(
          "With the flagged items free the calibration did not converge: no means with them free.");
    }
    warnings.removeAll(equal.fit().warnings());
    GroupTable groups = GroupTable.of(equal);
    return new BetweenGroups(
        freed.map(groups::withFreed).orElse(groups),
        Optional.of(new DifTable(groups.reference(), groups.smallest(), found.items())),
        warnings.stream().distinct().toList());
  }

  /** The calibration with differing items free once more, now with errors. */
  private static Optional<Calibration> freed(Study study, DifResult.Found found) {
    List<String> common = found.calibration().responses().names();
    Map<String, Freedom> free = new HashMap<>();
    found.items().stream()
        .filter(ItemDif::found)
        .filter(item -> !common.contains(item.name()))
        .forEach(item -> free.put(item.name(), Freedom.ALL));
    if (free.isEmpty()) {
      return Optional.empty();
    }
    Design design = study.design().free(free).startingFrom(found.calibration());
    CalibrationResult again =
        new Calibrator(found.calibration().model()).fit(study.answers(), design);
    return again instanceof Calibration c ? Optional.of(c) : Optional.empty();
  }

  List<Summary.Line> lines() {
    List<Summary.Line> lines = new ArrayList<>(groups.lines());
    dif.ifPresent(d -> lines.addAll(d.lines()));
    return lines;
  }

  void addTo(Map<String, Object> json) {
    json.put("groups", groups.json());
    dif.ifPresent(d -> json.put("dif", d.json()));
  }

  String html() {
    return groups.html() + dif.map(DifTable::html).orElse("");
  }
}
