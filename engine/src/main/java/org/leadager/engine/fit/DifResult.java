package org.leadager.engine.fit;

import java.util.List;
import org.leadager.engine.calibrate.Calibration;

/** Differences of items between groups, or the reason why they were not looked for. */
public sealed interface DifResult permits DifResult.Found, DifResult.Refused {
  /**
   * One entry per tested item.
   *
   * @param items in their order
   * @param calibration the groups' traits with every item that was found freed
   * @param rounds how often all items were tested
   * @param warnings what must be known before any figure is believed
   */
  record Found(List<ItemDif> items, Calibration calibration, int rounds, List<String> warnings)
      implements DifResult {}

  /**
   * Nothing was tested.
   *
   * @param reason a sentence for the person who brought the data
   */
  record Refused(String reason) implements DifResult {}
}
