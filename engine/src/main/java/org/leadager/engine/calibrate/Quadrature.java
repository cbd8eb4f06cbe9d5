package org.leadager.engine.calibrate;

/** A rectangular grid over the latent space: the same equally spaced points in every dimension. */
public final class Quadrature {
  private final int dimensions;
  private final int points;
  private final double range;
  private final int size;

  private Quadrature(int dimensions, int points, double range) {
    this.dimensions = dimensions;
    this.points = points;
    this.range = range;
    int total = 1;
    for (int d = 0; d < dimensions; d++) {
      total = Math.multiplyExact(total, points);
    }
    this.size = total;
  }

  /** Points per dimension from −range to range. */
  public static Quadrature grid(int dimensions, int points, double range) {
    if (points < 2 || !(range > 0)) {
      throw new IllegalArgumentException("a grid needs two points and a range");
    }
    return new Quadrature(dimensions, points, range);
  }

  /** The grid to begin with when no other is asked for: 61 points, 31 × 31, or 15³ on ± 6. */
  public static Quadrature standard(int dimensions) {
    return switch (dimensions) {
      case 1 -> grid(1, 61, 6);
      case 2 -> grid(2, 31, 6);
      default -> grid(dimensions, 15, 6);
    };
  }

  /** Number of nodes. */
  public int size() {
    return size;
  }

  /** Number of dimensions. */
  public int dimensions() {
    return dimensions;
  }

  /** Points along each dimension. */
  public int points() {
    return points;
  }

  /** The last point of every dimension; the first is its negative. */
  public double range() {
    return range;
  }

  /** Distance between neighbours in one dimension. */
  public double spacing() {
    return 2 * range / (points - 1);
  }

  /** Coordinate of the i-th point along any dimension. */
  double point(int i) {
    return -range + spacing() * i;
  }

  /** Coordinate of a node; the first dimension runs fastest. */
  public double at(int dimension, int node) {
    int rest = node;
    for (int d = 0; d < dimension; d++) {
      rest /= points;
    }
    return point(rest % points);
  }
}
