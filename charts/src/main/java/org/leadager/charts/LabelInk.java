package org.leadager.charts;

/** Draws labels where {@link Labels} put them. */
final class LabelInk {
  private LabelInk() {}

  static void line(Svg svg, Labels.Placed label) {
    if (label.line()) {
      Svg.Stroke stroke = Svg.Stroke.of(Ink.INK_3, 1);
      Labels.Anchor mark = label.anchor();
      svg.line("c-lead-line", mark.x(), mark.y(), label.lineX(), label.lineY(), stroke);
    }
  }

  static void word(Svg svg, Labels.Placed label) {
    svg.open("g", "fill", Ink.INK, "text-anchor", label.align());
    String text = label.anchor().text();
    svg.strong(text, label.textX(), label.baseline(), "class", "c-text c-strong c-label");
    svg.close();
  }
}
