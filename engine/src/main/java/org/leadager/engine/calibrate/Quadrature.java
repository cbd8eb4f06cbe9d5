package org.leadager.engine.calibrate;

/** A rectangular grid over the latent space: the same equally spaced points in every dimension. */
public final class Quadrature {
  private final double[][] nodes;
  private final double spacing;

  private Quadrature(double[][] nodes, double spacing) {
    this.nodes = nodes;
    this.spacing = spacing;
  }

  /** Points per dimension from −range to range. */
  public static Quadrature grid(int dimensions, int points, double range) {
    int total = 1;
    for (int d = 0; d < dimensions; d++) {
      total = Math.multiplyExact(total, points);
    }
    double spacing = 2 * range / (points - 1);
    double[][] nodes = new double[dimensions][total];
    for (int q = 0; q < total; q++) {
      int rest = q;
      for (int d = 0; d < dimensions; d++) {
        nodes[d][q] = -range + spacing * (rest % points);
        rest /= points;
      }
    }
    return new Quadrature(nodes, spacing);
  }

  /** The grid used when nothing else is asked for: 61 points, 31 × 31, or 15 × 15 × 15 on ± 6. */
  public static Quadrature standard(int dimensions) {
    return switch (dimensions) {
      case 1 -> grid(1, 61, 6);
      case 2 -> grid(2, 31, 6);
      default -> grid(dimensions, 15, 6);
    };
  }

  /** Number of nodes. */
  public int size() {
    return nodes[0].length;
  }

  /** Number of dimensions. */
  public int dimensions() {
    return nodes.length;
  }

  /** Distance between neighbours in one dimension. */
  public double spacing() {
    return spacing;
  }

  /** Coordinate of a node. */
  public double at(int dimension, int node) {
    return nodes[dimension][node];
  }
}
