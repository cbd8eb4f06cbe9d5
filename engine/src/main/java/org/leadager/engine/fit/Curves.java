package org.leadager.engine.fit;

import java.util.List;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.ItemParameters;
import org.leadager.engine.model.ItemModel;

/** Probabilities, expectations and information of calibrated items at a point θ. */
final class Curves {
  private final ItemModel model;
  final double[][] slopes;
  final double[][] intercepts;

  Curves(Calibration calibration) {
    this.model = calibration.model();
    List<ItemParameters> items = calibration.items();
    this.slopes = new double[items.size()][];
    this.intercepts = new double[items.size()][];
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] = items.get(i).slopes().stream().mapToDouble(Double::doubleValue).toArray();
      intercepts[i] = items.get(i).intercepts().stream().mapToDouble(Double::doubleValue).toArray();
    }
  }

  int items() {
    return slopes.length;
  }

  double eta(int item, double... theta) {
    double eta = 0;
    for (int d = 0; d < theta.length; d++) {
      eta += slopes[item][d] * theta[d];
    }
    return eta;
  }

  double[] probabilities(int item, double... theta) {
    double[] p = new double[intercepts[item].length + 1];
    model.probabilities(eta(item, theta), intercepts[item], p);
    return p;
  }

  /** Expected category code. */
  double expected(int item, double... theta) {
    double[] p = probabilities(item, theta);
    double mean = 0;
    for (int k = 1; k < p.length; k++) {
      mean += k * p[k];
    }
    return mean;
  }

  /** Fisher information of one item about a single trait: a² Σ_k P_k (∂ log P_k/∂η)². */
  double information(int item, double theta) {
    double[] p = probabilities(item, theta);
    double[][] g = new double[p.length][p.length];
    model.scores(eta(item, theta), intercepts[item], p, g);
    double sum = 0;
    for (int k = 0; k < p.length; k++) {
      sum += p[k] * g[k][0] * g[k][0];
    }
    return sum * slopes[item][0] * slopes[item][0];
  }

  /** −∂²/∂θ² of the log-probability of one answer, single trait. */
  double observedInformation(int item, int code, double theta) {
    double[] p = probabilities(item, theta);
    double[] weight = new double[p.length];
    weight[code] = 1;
    double[][] h = new double[p.length][p.length];
    model.addCurvature(eta(item, theta), intercepts[item], p, weight, h);
    return -h[0][0] * slopes[item][0] * slopes[item][0];
  }
}
