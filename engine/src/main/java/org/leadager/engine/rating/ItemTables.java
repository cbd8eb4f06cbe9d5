package org.leadager.engine.rating;

/** Every item's table, read by all sources: where thresholds are shifted, η is shifted back. */
final class ItemTables {
  private final ItemTable[] table;

  /** By item and source: how much higher this source's thresholds lie than the table's. */
  private final double[][] shift;

  ItemTables(ModelTerms terms) {
    table = new ItemTable[terms.bound.length];
    shift = new double[table.length][terms.structure.sources()];
    for (int i = 0; i < table.length; i++) {
      double[][] bound = terms.bound[i];
      table[i] = new ItemTable(terms.parameters.slope(i), bound[0], terms.logGap[i][0]);
      for (int g = 1; g < bound.length; g++) {
        shift[i][g] = bound[g][1] - bound[0][1];
      }
    }
  }

  int items() {
    return table.length;
  }

  ItemTable item(int i) {
    return table[i];
  }

  /** Where source g reads item i's table for η. */
  double place(int i, int g, double eta) {
    return eta - shift[i][g];
  }
}
