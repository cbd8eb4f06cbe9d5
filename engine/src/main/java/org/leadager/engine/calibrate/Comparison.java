package org.leadager.engine.calibrate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadager.engine.data.Grouping;

/**
 * What a layout must know about groups and given values.
 *
 * @param rows each row's group; empty where there is one group only
 * @param held parameters of items that are held and not estimated, by item
 * @param commonSlopes items that share their slopes, two or more together
 */
record Comparison(
    Optional<Grouping> rows, Map<Integer, ItemParameters> held, List<List<Integer>> commonSlopes) {
  /** One group, everything estimated. */
  static final Comparison NONE = new Comparison(Optional.empty(), Map.of(), List.of());

  int groups() {
    return rows.isEmpty() ? 1 : rows.get().groups();
  }

  int group(int row) {
    return rows.isEmpty() ? 0 : rows.get().group(row);
  }
}
