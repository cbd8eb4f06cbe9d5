package org.leadager.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.ClusteredErrors.OfGroup;
import org.leadager.engine.calibrate.GroupTraits;

/**
 * Where groups stand on the traits.
 *
 * @param dimensions their names
 * @param equal with every item equal over groups
 * @param freed the same groups with the flagged items free; empty where none is free
 */
record GroupTable(List<String> dimensions, List<Group> equal, List<Group> freed) {
  /** More than a terminal shows at once. */
  private static final int MOST_GROUPS = 20;

  /**
   * A group.
   *
   * @param traits estimates
   * @param clustered errors that let the forms about a subject depend on each other
   */
  record Group(GroupTraits traits, Optional<OfGroup> clustered) {
    static List<Group> of(Calibration c) {
      return IntStream.range(0, c.groups().size())
          .mapToObj(g -> new Group(c.groups().get(g), c.clustered().map(e -> e.groups().get(g))))
          .toList();
    }

    /** The errors that a reader should go by. */
    OfGroup errors() {
      return clustered.orElse(new OfGroup(traits.meanErrors(), traits.covarianceErrors()));
    }
  }

  static GroupTable of(Calibration calibration) {
    return new GroupTable(calibration.pattern().dimensions(), Group.of(calibration), List.of());
  }

  GroupTable withFreed(Calibration calibration) {
    return new GroupTable(dimensions, equal, Group.of(calibration));
  }

  /** The group that sets the scale. */
  String reference() {
    return equal.getFirst().traits().label();
  }

  /** Forms in the smallest group. */
  int smallest() {
    return equal.stream().mapToInt(g -> g.traits().rows()).min().orElse(0);
  }

  List<Summary.Line> lines() {
    List<Summary.Line> lines = new ArrayList<>();
    equal.stream().limit(MOST_GROUPS).forEach(g -> addLines(lines, g, ""));
    freed.stream().limit(MOST_GROUPS).forEach(g -> addLines(lines, g, "; flagged items free"));
    int more = equal.size() - MOST_GROUPS;
    if (more > 0) {
      lines.add(new Summary.Line("Further groups", "%,d: see report.html".formatted(more)));
    }
    return lines;
  }

  private void addLines(List<Summary.Line> lines, Group g, String how) {
    for (int d = 0; d < dimensions.size(); d++) {
      String name = dimensions.size() == 1 ? "" : " of " + dimensions.get(d);
      // A page must not break within a pair; in a terminal plain spaces can be searched for.
      String values = (mean(g, d) + ", " + sd(g, d)).replace('\u00a0', ' ');
      lines.add(
          new Summary.Line(
              "Group %s: mean, SD%s%s".formatted(g.traits().label(), name, how), values));
    }
  }

  private static String mean(Group g, int d) {
    return Html.pairs(List.of(g.traits().mean().get(d)), List.of(g.errors().mean().get(d)));
  }

  /** √v, whose error is that of v over 2√v. */
  private static String sd(Group g, int d) {
    double sd = Math.sqrt(g.traits().covariance().get(d).get(d));
    double error = g.errors().covariance().get(d).get(d);
    return Html.pairs(List.of(sd), List.of(error == 0 ? 0 : error / (2 * sd)));
  }

  /** groups[] of result.json. */
  List<Map<String, Object>> json() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (int g = 0; g < equal.size(); g++) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", equal.get(g).traits().label());
      json.put("n", equal.get(g).traits().rows());
      addTraits(json, equal.get(g));
      if (!freed.isEmpty()) {
        Map<String, Object> free = new LinkedHashMap<>();
        addTraits(free, freed.get(g));
        json.put("freed", free);
      }
      all.add(json);
    }
    return all;
  }

  private static void addTraits(Map<String, Object> json, Group g) {
    json.put("mean", g.traits().mean());
    json.put("meanSe", g.traits().meanErrors());
    json.put("covariance", g.traits().covariance());
    json.put("covarianceSe", g.traits().covarianceErrors());
    g.clustered()
        .ifPresent(errors -> {
          json.put("meanSeClustered", errors.mean());
          json.put("covarianceSeClustered", errors.covariance());
        });
  }

  String html() {
    List<String> heads = new ArrayList<>(List.of("Group", "Forms", "Items"));
    for (String name : dimensions) {
      heads.addAll(List.of("Mean, " + name, "SD, " + name));
    }
    for (int a = 0; a < dimensions.size(); a++) {
      for (int b = a + 1; b < dimensions.size(); b++) {
        heads.add("Covariance, %s and %s".formatted(dimensions.get(a), dimensions.get(b)));
      }
    }
    StringBuilder rows = new StringBuilder();
    equal.forEach(g -> rows.append(row(g, "all equal")));
    freed.forEach(g -> rows.append(row(g, "flagged ones free")));
    return "<h2>Where groups stand</h2>\n<p>Means and SDs of the traits, errors of measurement"
        + " removed, on the scale of the first group. After ± the standard error"
        + (equal.getFirst().clustered().isPresent() ? Report.CLUSTERED : "")
        + "; ± 0.00 is a fixed value. Where items are flagged below, believe the rows in which they are"
        + " free.</p>\n"
        + Html.table("groups", heads, rows.toString());
  }

  private String row(Group g, String items) {
    List<String> cells = new ArrayList<>(List.of("%,d".formatted(g.traits().rows()), items));
    for (int d = 0; d < dimensions.size(); d++) {
      cells.add(mean(g, d));
      cells.add(sd(g, d));
    }
    for (int a = 0; a < dimensions.size(); a++) {
      for (int b = a + 1; b < dimensions.size(); b++) {
        cells.add(
            Html.pairs(
                List.of(g.traits().covariance().get(a).get(b)),
                List.of(g.errors().covariance().get(a).get(b))));
      }
    }
    return Html.row(g.traits().label(), cells.toArray(new String[0]));
  }
}
