package org.leadager.engine.facets;

import java.util.Arrays;

/** Answers by rater and item: at a node, a group's answers differ in nothing but their category. */
final class FacetGroups {
  private final FacetData data;
  private final int[] subject;
  private final int[] order;
  private final int[] start;

  FacetGroups(FacetData data) {
    this.data = data;
    this.subject = data.subject();
    int n = data.item.length;
    long[] keys = new long[n];
    for (int a = 0; a < n; a++) {
      keys[a] = (((long) data.rater[a] * data.items() + data.item[a]) << 32) | a;
    }
    Arrays.sort(keys);
    this.order = new int[n];
    int[] starts = new int[n + 1];
    int groups = 0;
    for (int at = 0; at < n; at++) {
      order[at] = (int) keys[at];
      if (at == 0 || keys[at] >> 32 != keys[at - 1] >> 32) {
        starts[groups++] = at;
      }
    }
    starts[groups] = n;
    this.start = Arrays.copyOf(starts, groups + 1);
  }

  /** Work on one rater's answers to one item at one node; categories are at these answers. */
  interface Cell {
    void at(int item, int rater);
  }

  /** Visits all groups at all nodes that have posterior mass. */
  void forEachCell(FacetEm em, FacetState state, Cell cell) {
    double[][] weights = state.weights();
    double[] leniency = state.leniency();
    for (int g = 0; g + 1 < start.length; g++) {
      int i = data.item[order[start[g]]];
      int r = data.rater[order[start[g]]];
      double[][] mass = mass(em, g, data.categories(i));
      for (int q = 0; q < mass.length; q++) {
        if (sum(mass[q]) > 1e-14) {
          state.categories.at(weights[i], em.expNode[q] * leniency[r], mass[q]);
          cell.at(i, r);
        }
      }
    }
  }

  private static double sum(double[] x) {
    double sum = 0;
    for (double one : x) {
      sum += one;
    }
    return sum;
  }

  /** Posterior mass by node and category. */
  private double[][] mass(FacetEm em, int g, int categories) {
    double[][] mass = new double[em.node.length][categories];
    for (int at = start[g]; at < start[g + 1]; at++) {
      int k = data.code[order[at]];
      double[] post = em.post[subject[order[at]]];
      for (int q = 0; q < mass.length; q++) {
        mass[q][k] += post[q];
      }
    }
    return mass;
  }
}
