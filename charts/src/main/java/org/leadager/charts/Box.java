package org.leadager.charts;

/** A rectangle in a chart's own units; y grows downward. */
record Box(double left, double top, double right, double bottom) {

  static Box around(double x, double y, double radius) {
    return new Box(x - radius, y - radius, x + radius, y + radius);
  }

  double overlap(Box other) {
    double width = Math.min(right, other.right) - Math.max(left, other.left);
    double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    return width > 0 && height > 0 ? width * height : 0;
  }

  double area() {
    return (right - left) * (bottom - top);
  }

  boolean holds(double x, double y) {
    return x >= left && x <= right && y >= top && y <= bottom;
  }
}
