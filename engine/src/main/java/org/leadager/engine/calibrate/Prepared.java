package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;

/**
 * Answers as a design wants them: an item that may differ between groups stands once per group at
 * the end, the answers of other groups missing by design.
 *
 * @param answers with those items
 * @param byItem dimensions of each
 * @param rows each row's group
 * @param common how many items, the first ones, all groups share
 * @param free how the others may differ, by name before they were split
 * @param anchors values to hold, by name
 */
record Prepared(
    ItemResponses answers,
    List<Set<Integer>> byItem,
    Grouping rows,
    int common,
    Map<String, Freedom> free,
    Map<String, ItemParameters> anchors) {

  static Prepared of(ItemResponses y, Design design) {
    Grouping rows = design.groups().orElseGet(() -> Grouping.single(y.rows()));
    check(y, design, rows);
    Map<String, ItemParameters> anchors = new HashMap<>();
    design.anchors().forEach(a -> anchors.put(a.name(), a));
    List<Integer> common = new ArrayList<>();
    Map<String, double[]> apart = new LinkedHashMap<>();
    List<Set<Integer>> byItem = new ArrayList<>();
    List<Set<Integer>> byOwn = new ArrayList<>();
    for (int i = 0; i < y.items(); i++) {
      Set<Integer> dimensions = design.loadings().byItem().get(i);
      if (rows.groups() == 1 || !design.free().containsKey(y.names().get(i))) {
        common.add(i);
        byItem.add(dimensions);
      } else {
        for (int g = 0; g < rows.groups(); g++) {
          apart.put(Design.nameIn(y.names().get(i), rows.label(g)), column(y, i, rows, g));
          byOwn.add(dimensions);
        }
      }
    }
    byItem.addAll(byOwn);
    ItemResponses own =
        ItemResponses.of(List.copyOf(apart.keySet()), apart.values().toArray(new double[0][]));
    ItemResponses all = apart.isEmpty() ? y : y.select(common).beside(own);
    return new Prepared(all, byItem, rows, common.size(), design.free(), anchors);
  }

  private static void check(ItemResponses y, Design design, Grouping rows) {
    if (design.loadings().byItem().size() != y.items()) {
      throw new IllegalArgumentException("one loading set per item is needed");
    }
    if (rows.rows() != y.rows() || design.clusters().stream().anyMatch(c -> c.rows() != y.rows())) {
      throw new IllegalArgumentException("one group and one cluster per row are needed");
    }
    for (String name : design.free().keySet()) {
      if (!y.names().contains(name) || design.anchors().stream().anyMatch(a -> isOf(a, name))) {
        throw new IllegalArgumentException("no item that can be free is called " + name);
      }
    }
  }

  private static boolean isOf(ItemParameters parameters, String name) {
    return parameters.name().equals(name);
  }

  private static double[] column(ItemResponses y, int item, Grouping rows, int group) {
    double[] column = new double[y.rows()];
    for (int r = 0; r < column.length; r++) {
      column[r] = rows.group(r) == group ? y.value(r, item) : Double.NaN;
    }
    return column;
  }

  /** The kept items only. */
  Prepared select(List<Integer> kept) {
    return new Prepared(
        answers.select(kept),
        kept.stream().map(byItem::get).toList(),
        rows,
        (int) kept.stream().filter(i -> i < common).count(),
        free,
        anchors);
  }

  /** What a layout must know. */
  Comparison comparison(boolean freeSlopes) {
    Map<Integer, ItemParameters> held = new HashMap<>();
    for (int i = 0; i < answers.items(); i++) {
      ItemParameters anchor = anchors.get(answers.names().get(i));
      if (anchor != null) {
        held.put(i, anchor);
      }
    }
    Optional<Grouping> groups = rows.groups() == 1 ? Optional.empty() : Optional.of(rows);
    return new Comparison(groups, held, freeSlopes ? commonSlopes() : List.of());
  }

  private List<List<Integer>> commonSlopes() {
    Map<String, List<Integer>> together = new LinkedHashMap<>();
    for (int i = common; i < answers.items(); i++) {
      String name = unsplit(answers.names().get(i));
      if (free.get(name) == Freedom.INTERCEPTS) {
        together.computeIfAbsent(name, _ -> new ArrayList<>()).add(i);
      }
    }
    return together.values().stream().filter(items -> items.size() > 1).toList();
  }

  /** The name of an item before it was split by group. */
  String unsplit(String name) {
    for (int g = 0; g < rows.groups(); g++) {
      String ending = Design.nameIn("", rows.label(g));
      if (name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }
}
