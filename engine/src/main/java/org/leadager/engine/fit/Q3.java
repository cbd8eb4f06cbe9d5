package org.leadager.engine.fit;

import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Quadrature;
import org.leadager.engine.data.ItemResponses;

/**
 * Yen's (1984) Q3: correlation of two items' residuals y − E(y | θ̂) at the EAP score, over rows
 * that answered both. Large values mean that the items share more than the traits.
 */
public final class Q3 {
  private final double[][] residual;

  private Q3(double[][] residual) {
    this.residual = residual;
  }

  /** Residuals of a calibration at its EAP scores. */
  public static Q3 of(Calibration calibration, Eap scores) {
    Curves curves = new Curves(calibration);
    ItemResponses y = calibration.responses();
    Quadrature grid = calibration.grid();
    double[][] residual = new double[curves.items()][y.rows()];
    double[] theta = new double[grid.dimensions()];
    for (int r = 0; r < y.rows(); r++) {
      for (int d = 0; d < theta.length; d++) {
        theta[d] = scores.mean(r, d);
      }
      for (int i = 0; i < residual.length; i++) {
        int code = y.code(r, i);
        residual[i][r] =
            code == ItemResponses.MISSING ? Double.NaN : code - curves.expected(i, theta);
      }
    }
    return new Q3(residual);
  }

  /** Residual correlation of two items; NaN where fewer than three rows answered both. */
  public double of(int i, int j) {
    double[] x = residual[i];
    double[] y = residual[j];
    int n = 0;
    double mx = 0;
    double my = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int r = 0; r < x.length; r++) {
      if (Double.isNaN(x[r]) || Double.isNaN(y[r])) {
        continue;
      }
      n++;
      double dx = x[r] - mx;
      double dy = y[r] - my;
      mx += dx / n;
      my += dy / n;
      xx += dx * (x[r] - mx);
      yy += dy * (y[r] - my);
      xy += dx * (y[r] - my);
    }
    return n < 3 ? Double.NaN : xy / Math.sqrt(xx * yy);
  }
}
