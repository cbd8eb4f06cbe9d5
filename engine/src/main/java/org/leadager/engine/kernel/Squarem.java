package org.leadager.engine.kernel;

/**
 * The extrapolation of SQUAREM (Varadhan and Roland 2008, scheme S3) from three points of a
 * fixed-point iteration. The point it gives may be worse than the last one: whoever jumps must
 * guard what is maximised.
 */
public final class Squarem {
  private Squarem() {}

  /**
   * @param x0 a point
   * @param x1 its image
   * @param x2 the image of that
   * @return x₀ − 2αr + α²v with r = x₁ − x₀, v = (x₂ − x₁) − r and α = −‖r‖ / ‖v‖, −1 at most
   */
  public static double[] extrapolate(double[] x0, double[] x1, double[] x2) {
    double rr = 0;
    double vv = 0;
    for (int i = 0; i < x0.length; i++) {
      double r = x1[i] - x0[i];
      double v = x2[i] - x1[i] - r;
      rr += r * r;
      vv += v * v;
    }
    double alpha = vv == 0 ? -1 : Math.min(-1, -Math.sqrt(rr / vv));
    double[] jump = new double[x0.length];
    for (int i = 0; i < x0.length; i++) {
      double r = x1[i] - x0[i];
      jump[i] = x0[i] - 2 * alpha * r + alpha * alpha * (x2[i] - x1[i] - r);
    }
    return jump;
  }
}
