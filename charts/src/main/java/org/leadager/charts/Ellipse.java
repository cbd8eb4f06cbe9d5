package org.leadager.charts;

import java.util.ArrayList;
import java.util.List;

/**
 * The smallest region that holds a bivariate normal with a given chance: an ellipse along the
 * eigenvectors of the covariance, its half-axes √(λ·χ²). With two degrees of freedom the quantile
 * of χ² is −2 ln(1 − p) (Johnson and Wichern, Applied Multivariate Statistical Analysis, §4.2).
 *
 * @param x centre, in the chart's units
 * @param y centre, growing downward
 * @param major longer half-axis
 * @param minor shorter half-axis
 * @param degrees turn of the longer half-axis from level, clockwise as SVG counts
 */
record Ellipse(double x, double y, double major, double minor, double degrees) {
  private static final double CHANCE = 0.80;

  /** SVG does not draw an ellipse without height, and a certain figure must not vanish. */
  private static final double THINNEST = 0.75;

  private static final int OUTLINE = 64;

  static Ellipse of(Bivariate estimate, Axis across, Axis up, Plane plane) {
    double scaleX = Plane.SIDE / (across.scale().high() - across.scale().low());
    double scaleY = -Plane.SIDE / (up.scale().high() - up.scale().low());
    double xx = estimate.varianceAcross() * scaleX * scaleX;
    double xy = estimate.covariance() * scaleX * scaleY;
    double yy = estimate.varianceUp() * scaleY * scaleY;
    double middle = (xx + yy) / 2;
    double spread = Math.hypot((xx - yy) / 2, xy);
    double reach = Math.sqrt(-2 * Math.log(1 - CHANCE));
    return new Ellipse(
        plane.x(estimate.meanAcross()),
        plane.y(estimate.meanUp()),
        Math.max(THINNEST, reach * Math.sqrt(middle + spread)),
        Math.max(THINNEST, reach * Math.sqrt(Math.max(0, middle - spread))),
        Math.toDegrees(0.5 * Math.atan2(2 * xy, xx - yy)));
  }

  /** Small boxes along the outline, for labels to keep off. */
  List<Box> outline() {
    List<Box> boxes = new ArrayList<>();
    double turn = Math.toRadians(degrees);
    for (int i = 0; i < OUTLINE; i++) {
      double t = 2 * Math.PI * i / OUTLINE;
      double along = major * Math.cos(t);
      double aside = minor * Math.sin(t);
      double px = x + along * Math.cos(turn) - aside * Math.sin(turn);
      double py = y + along * Math.sin(turn) + aside * Math.cos(turn);
      boxes.add(Box.around(px, py, 2));
    }
    return boxes;
  }

  void draw(Svg svg, String clip) {
    svg.open("g", "clip-path", "url(#" + clip + ")");
    svg.leaf(
        "ellipse",
        "class",
        "c-ell",
        "cx",
        x,
        "cy",
        y,
        "rx",
        major,
        "ry",
        minor,
        "transform",
        "rotate(" + Svg.num(degrees) + " " + Svg.num(x) + " " + Svg.num(y) + ")",
        "fill",
        Ink.INK,
        "fill-opacity",
        0.1,
        "stroke",
        Ink.INK,
        "stroke-width",
        2);
    svg.close();
  }
}
