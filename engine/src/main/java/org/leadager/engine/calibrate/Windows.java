package org.leadager.engine.calibrate;

import java.util.Arrays;
import org.leadager.engine.kernel.NodeRows;

/** The window of places along every dimension in which each row's posterior lies. */
final class Windows {
  private final int dimensions;
  private final int stride;
  private final int[] packed;

  /** Windows that hold the whole grid. */
  Windows(int rows, NodeSet joint) {
    dimensions = joint.dims.length;
    stride = joint.stride;
    packed = new int[Math.multiplyExact(rows, dimensions)];
    Arrays.fill(packed, stride);
  }

  void get(int row, int[] from, int[] to) {
    for (int d = 0; d < dimensions; d++) {
      int window = packed[row * dimensions + d];
      from[d] = window >>> 16;
      to[d] = window & 0xffff;
    }
  }

  /** Remembers a window with a place to spare on either side, in a width that loops can use. */
  void set(int row, int dimension, int low, int high) {
    int width = Math.min(stride, NodeRows.padded(high - low + 2));
    int from = Math.clamp(low - (width - (high - low)) / 2, 0, stride - width);
    packed[row * dimensions + dimension] = from << 16 | (from + width);
  }
}
