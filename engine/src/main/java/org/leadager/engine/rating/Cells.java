package org.leadager.engine.rating;

/**
 * A subject's answers grouped into cells: one rater's answers to items of one competence that share
 * their weights and slant, and therefore one value of η.
 */
final class Cells {
  final Panel panel;
  final int count;
  final int[] rater;
  final int[] block;

  /** One item of the cell: all have the same design. */
  final int[] item;

  /** First entry of each cell in {@link #row}; one entry more than cells. */
  final int[] start;

  /** Ratings of the panel, cell by cell. */
  final int[] row;

  /**
   * @param kind items with equal numbers have the same design, see {@link #kinds}
   */
  Cells(Panel panel, int[] kind) {
    this.panel = panel;
    row = new int[panel.ratings];
    int[] cellStart = new int[panel.ratings + 1];
    int[] cellRater = new int[panel.ratings];
    int[] cellBlock = new int[panel.ratings];
    boolean[] taken = new boolean[panel.ratings];
    int cells = 0;
    int next = 0;
    for (int r = 0; r < panel.raters; r++) {
      for (int b = panel.raterStart[r]; b < panel.raterStart[r + 1]; b++) {
        for (int n = panel.blockStart[b]; n < panel.blockStart[b + 1]; n++) {
          if (!taken[n]) {
            cellRater[cells] = r;
            cellBlock[cells] = b;
            next = collect(n, panel.blockStart[b + 1], kind, taken, next);
            cellStart[++cells] = next;
          }
        }
      }
    }
    count = cells;
    rater = java.util.Arrays.copyOf(cellRater, cells);
    block = java.util.Arrays.copyOf(cellBlock, cells);
    start = java.util.Arrays.copyOf(cellStart, cells + 1);
    item = new int[cells];
    for (int c = 0; c < cells; c++) {
      item[c] = panel.item[row[start[c]]];
    }
  }

  private int collect(int first, int end, int[] kind, boolean[] taken, int from) {
    int next = from;
    for (int n = first; n < end; n++) {
      if (kind[panel.item[n]] == kind[panel.item[first]]) {
        taken[n] = true;
        row[next++] = n;
      }
    }
    return next;
  }

  /** Numbers the designs of the items: equal designs, equal numbers. */
  static int[] kinds(ModelTerms terms) {
    int items = terms.structure.items().size();
    int[] kind = new int[items];
    for (int i = 0; i < items; i++) {
      kind[i] = i;
      for (int j = 0; j < i && kind[i] == i; j++) {
        if (sameDesign(terms, i, j)) {
          kind[i] = kind[j];
        }
      }
    }
    return kind;
  }

  private static boolean sameDesign(ModelTerms terms, int i, int j) {
    for (int k = 0; k < terms.width; k++) {
      if (terms.design[i * terms.width + k] != terms.design[j * terms.width + k]) {
        return false;
      }
    }
    return true;
  }
}
