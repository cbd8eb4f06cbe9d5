package org.leadager.engine.calibrate;

import java.util.List;
import org.leadager.engine.data.ItemResponses;

/** Items whose answers are looked up together: a cell for every combination of answers. */
final class ItemBlock {
  final int[] items;
  final int firstCell;
  final int cells;
  private final int[] sizes;
  private final boolean[] gaps;

  /**
   * @param gaps by item of the layout, whether some answers are missing
   */
  ItemBlock(Layout layout, List<Integer> of, boolean[] gaps, int firstCell) {
    this.items = of.stream().mapToInt(Integer::intValue).toArray();
    this.firstCell = firstCell;
    this.sizes = new int[items.length];
    this.gaps = new boolean[items.length];
    int product = 1;
    for (int j = 0; j < items.length; j++) {
      this.gaps[j] = gaps[items[j]];
      sizes[j] = layout.categories[items[j]] + (this.gaps[j] ? 1 : 0);
      product *= sizes[j];
    }
    this.cells = product;
  }

  /** The cell of a row's answers. */
  int cell(ItemResponses y, int row) {
    int cell = 0;
    for (int j = 0; j < items.length; j++) {
      int code = y.code(row, items[j]);
      cell = cell * sizes[j] + (code == ItemResponses.MISSING ? sizes[j] - 1 : code);
    }
    return cell;
  }

  /** The answer of each item in a cell, −1 where missing. */
  int[] answers(int cell) {
    int[] answers = new int[items.length];
    int rest = cell;
    for (int j = answers.length - 1; j >= 0; j--) {
      int answer = rest % sizes[j];
      answers[j] = gaps[j] && answer == sizes[j] - 1 ? -1 : answer;
      rest /= sizes[j];
    }
    return answers;
  }
}
