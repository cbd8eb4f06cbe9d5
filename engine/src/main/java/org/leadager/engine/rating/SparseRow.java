package org.leadager.engine.rating;

import java.util.Arrays;

/** A few columns of one or two numbers each, gathered by column and then used up. */
final class SparseRow {
  private final int width;
  private int[] touched = new int[16];
  private int count;
  private int[] place = {};
  private double[] value = {};

  SparseRow(int width) {
    this.width = width;
  }

  void add(int column, double first, double second) {
    if (column >= place.length) {
      int old = place.length;
      place = Arrays.copyOf(place, Math.max(column + 1, 2 * old));
      value = Arrays.copyOf(value, place.length * width);
    }
    if (place[column] == 0) {
      if (count == touched.length) {
        touched = Arrays.copyOf(touched, 2 * count);
      }
      touched[count++] = column;
      place[column] = count;
    }
    value[column * width] += first;
    if (width > 1) {
      value[column * width + 1] += second;
    }
  }

  /**
   * Adds vᵀ W v to the lower triangle and empties the row.
   *
   * @param weight W: one number, or hh, hx, xx
   */
  void addTo(double[] matrix, int size, double[] weight) {
    Arrays.sort(touched, 0, count);
    for (int s = 0; s < count; s++) {
      int a = touched[s];
      double first = weight[0] * value[a * width];
      double second = 0;
      if (width > 1) {
        first += weight[1] * value[a * width + 1];
        second = weight[1] * value[a * width] + weight[2] * value[a * width + 1];
      }
      for (int t = 0; t <= s; t++) {
        int b = touched[t];
        double sum = first * value[b * width];
        matrix[a * size + b] += width > 1 ? sum + second * value[b * width + 1] : sum;
      }
    }
    for (int s = 0; s < count; s++) {
      place[touched[s]] = 0;
      Arrays.fill(value, touched[s] * width, (touched[s] + 1) * width, 0);
    }
    count = 0;
  }
}
