package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leadager.engine.data.ItemResponses;

/**
 * Answers to the items of one {@link NodeSet}, packed for the expectation step: neighbouring items
 * form a block, and all answers of a row to a block are one byte, the block's cell. A table over
 * cells and nodes then holds products of probabilities, so that a row costs one multiplication per
 * block and node: for five categories half of what single items cost, for two a fifth.
 *
 * <p>A missing answer is one category more, of probability one.
 */
final class AnswerBlocks {
  /** Cells times nodes of one block, so that all tables stay in the processor's cache. */
  private static final int ENTRIES = 40_000;

  private static final int MAX_CELLS = 64;

  /** Smaller products say no more, and zeros everywhere would leave a row without a posterior. */
  private static final double FLOOR = 1e-250;

  private final Layout layout;
  private final NodeSet nodes;
  private final List<ItemBlock> blocks = new ArrayList<>();
  private final byte[] codes;
  private final int[] firstCell;
  private int cells;

  AnswerBlocks(Layout layout, int set, ItemResponses y, int rows, int step) {
    this.layout = layout;
    this.nodes = layout.sets.get(set);
    int[] items = IntStream.range(0, layout.items()).filter(i -> layout.setOf[i] == set).toArray();
    boolean[] gaps = new boolean[layout.items()];
    for (int i : items) {
      gaps[i] = hasGap(y, i);
    }
    group(items, gaps);
    firstCell = blocks.stream().mapToInt(b -> b.firstCell).toArray();
    codes = new byte[Math.multiplyExact(rows, blocks.size())];
    IntStream.range(0, blocks.size()).parallel().forEach(b -> pack(b, y, rows, step));
  }

  private static boolean hasGap(ItemResponses y, int item) {
    for (int r = 0; r < y.rows(); r++) {
      if (y.code(r, item) == ItemResponses.MISSING) {
        return true;
      }
    }
    return false;
  }

  private void group(int[] items, boolean[] gaps) {
    int most = Math.clamp(ENTRIES / nodes.size, 1, MAX_CELLS);
    List<Integer> open = new ArrayList<>();
    int size = 1;
    for (int i : items) {
      int own = layout.categories[i] + (gaps[i] ? 1 : 0);
      if (!open.isEmpty() && size * own > most) {
        close(open, gaps);
        size = 1;
      }
      open.add(i);
      size *= own;
    }
    if (!open.isEmpty()) {
      close(open, gaps);
    }
  }

  private void close(List<Integer> open, boolean[] gaps) {
    ItemBlock block = new ItemBlock(layout, open, gaps, cells);
    blocks.add(block);
    cells += block.cells;
    open.clear();
  }

  private void pack(int b, ItemResponses y, int rows, int step) {
    ItemBlock block = blocks.get(b);
    for (int r = 0; r < rows; r++) {
      codes[r * blocks.size() + b] = (byte) block.cell(y, r * step);
    }
  }

  int blocks() {
    return blocks.size();
  }

  int tableSize() {
    return Math.multiplyExact(cells, nodes.size);
  }

  /** Fills {@code at} with where the row's cells begin in a table; returns how many. */
  int cells(int row, int[] at) {
    int n = firstCell.length;
    int from = row * n;
    for (int b = 0; b < n; b++) {
      at[b] = (firstCell[b] + (codes[from + b] & 0xff)) * nodes.size;
    }
    return n;
  }

  /** Products over each block's items of the probabilities at layout.table. */
  double[] products(double[] probabilities) {
    double[] products = new double[tableSize()];
    for (ItemBlock block : blocks) {
      for (int c = 0; c < block.cells; c++) {
        int to = (block.firstCell + c) * nodes.size;
        Arrays.fill(products, to, to + nodes.size, 1);
        int[] answers = block.answers(c);
        for (int j = 0; j < answers.length; j++) {
          if (answers[j] >= 0) {
            multiply(products, to, probabilities, at(block.items[j], answers[j]));
          }
        }
      }
    }
    return products;
  }

  private void multiply(double[] products, int to, double[] probabilities, int from) {
    for (int q = 0; q < nodes.size; q++) {
      products[to + q] = Math.max(FLOOR, products[to + q] * probabilities[from + q]);
    }
  }

  /** Adds what was counted by block to counts by item, category and node. */
  void addToItems(double[] byBlock, double[] counts) {
    for (ItemBlock block : blocks) {
      for (int c = 0; c < block.cells; c++) {
        int from = (block.firstCell + c) * nodes.size;
        int[] answers = block.answers(c);
        for (int j = 0; j < answers.length; j++) {
          if (answers[j] >= 0) {
            int to = at(block.items[j], answers[j]);
            for (int q = 0; q < nodes.size; q++) {
              counts[to + q] += byBlock[from + q];
            }
          }
        }
      }
    }
  }

  private int at(int item, int category) {
    return layout.table[item] + category * nodes.size;
  }

  /** Fills {@code answers} (by item of the layout) with a row's categories, −1 where missing. */
  void unpack(int row, int[] answers) {
    for (int b = 0; b < blocks.size(); b++) {
      ItemBlock block = blocks.get(b);
      int[] found = block.answers(codes[row * blocks.size() + b] & 0xff);
      for (int j = 0; j < found.length; j++) {
        answers[block.items[j]] = found[j];
      }
    }
  }
}
