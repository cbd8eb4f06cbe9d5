package org.leadager.engine.calibrate;

import org.leadager.engine.kernel.NodeRows;

/**
 * The nodes that a set of items can tell apart: the grid over the dimensions on which they load.
 *
 * <p>Every dimension is padded to {@code stride} places so that inner loops need no remainder; the
 * first dimension of the set runs fastest. Padding lies beyond the grid and never receives mass.
 */
final class NodeSet {
  final int[] dims;
  final int stride;
  final int size;
  final double[][] theta;

  NodeSet(Quadrature grid, int[] dims) {
    this.dims = dims;
    this.stride = NodeRows.padded(grid.points());
    int total = 1;
    for (int j = 0; j < dims.length; j++) {
      total = Math.multiplyExact(total, stride);
    }
    this.size = total;
    this.theta = new double[dims.length][size];
    for (int q = 0; q < size; q++) {
      int rest = q;
      for (int j = 0; j < dims.length; j++) {
        theta[j][q] = grid.point(rest % stride);
        rest /= stride;
      }
    }
  }

  /** Whether a node belongs to the grid and not to the padding. */
  boolean inside(int node, int points) {
    int rest = node;
    for (int j = 0; j < dims.length; j++) {
      if (rest % stride >= points) {
        return false;
      }
      rest /= stride;
    }
    return true;
  }

  /** The node of this set below a node given by its place along every dimension. */
  int at(int[] place) {
    int node = 0;
    for (int j = dims.length - 1; j >= 0; j--) {
      node = node * stride + place[dims[j]];
    }
    return node;
  }

  /** The steps of this set's node when each dimension of the whole space moves by one place. */
  int[] steps(int dimensions) {
    int[] step = new int[dimensions];
    int by = 1;
    for (int d : dims) {
      step[d] = by;
      by *= stride;
    }
    return step;
  }
}
