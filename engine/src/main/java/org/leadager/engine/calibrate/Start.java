package org.leadager.engine.calibrate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;

/** Where an iteration begins. */
final class Start {
  private static final double CORRELATION = 0.3;

  private Start() {}

  /** Moderate slopes, and intercepts that the shares of answers suggest. */
  static double[] of(Layout layout, ItemResponses y) {
    double[] x = new double[layout.parameters];
    for (int i = 0; i < layout.items(); i++) {
      if (layout.size(i) > 0) {
        int slopes = layout.slopes(i);
        Arrays.fill(x, layout.offset[i], layout.offset[i] + slopes, 1.0 / Math.max(1, slopes));
        double[] d = layout.model.start(shares(y.codes(i), layout.categories[i]));
        System.arraycopy(d, 0, x, layout.offset[i] + slopes, d.length);
      }
    }
    layout.shared.level(x, layout.offset, layout.categories);
    int n = layout.grid.dimensions();
    double[][] sigma = new double[n][n];
    for (int a = 0; a < n; a++) {
      Arrays.fill(sigma[a], CORRELATION);
      sigma[a][a] = 1;
    }
    for (LatentBlock group : layout.groups) {
      group.set(x, new double[n], sigma);
    }
    return x;
  }

  private static double[] shares(byte[] codes, int categories) {
    double[] share = new double[categories];
    double n = 0;
    for (byte code : codes) {
      if (code != ItemResponses.MISSING) {
        share[code]++;
        n++;
      }
    }
    for (int k = 0; k < share.length; k++) {
      share[k] /= n;
    }
    return share;
  }

  /**
   * Moves x to a calibration's values, where items and groups have the same name and shape; slopes
   * to be shared are the first group's.
   */
  static void moveTo(Calibration close, Layout layout, Prepared data, double[] x) {
    Map<String, ItemParameters> known = new HashMap<>();
    close.items().forEach(item -> known.put(item.name(), item));
    List<String> names = data.answers().names();
    for (int i = 0; i < layout.items(); i++) {
      ItemParameters item = known.getOrDefault(names.get(i), known.get(data.unsplit(names.get(i))));
      if (item != null && item.intercepts().size() == layout.categories[i] - 1) {
        place(item, layout, i, x);
      }
    }
    for (List<Integer> items : layout.comparison.commonSlopes()) {
      for (int i : items) {
        int first = layout.offset[items.getFirst()];
        System.arraycopy(x, first, x, layout.offset[i], layout.slopes(i));
      }
    }
    Grouping rows = data.rows();
    for (int g = 0; g < rows.groups(); g++) {
      for (GroupTraits traits : close.groups()) {
        if (traits.label().equals(rows.label(g))) {
          layout.groups[g].set(x, array(traits.mean()), matrix(traits.covariance()));
        }
      }
    }
  }

  private static void place(ItemParameters item, Layout layout, int i, double[] x) {
    if (layout.size(i) == 0) {
      return;
    }
    int at = layout.offset[i];
    for (int j = 0; j < layout.slopes(i); j++) {
      x[at++] = item.slopes().get(layout.dims[i][j]);
    }
    for (double d : item.intercepts()) {
      x[at++] = d;
    }
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[][] matrix(List<List<Double>> rows) {
    return rows.stream().map(Start::array).toArray(double[][]::new);
  }
}
