package org.leadager.charts;

/**
 * The light theme's values of the design tokens, for places that no style sheet reaches. In the
 * browser the classes of charts.css override every one of them.
 */
final class Ink {
  static final String SURFACE = "#ffffff";
  static final String INK = "#1a2233";
  static final String INK_2 = "#474f60";
  static final String INK_3 = "#626979";
  static final String LINE = "#dfdbd2";
  static final String MANAGEMENT = "#1d5a8a";
  static final String MANAGEMENT_FILL = "#2f78b0";
  static final String LEADERSHIP = "#8c5200";
  static final String LEADERSHIP_FILL = "#e4942a";
  static final String BOTH = "#5a5170";
  static final String BOTH_FILL = "#7d7396";
  static final String UP = "#085e5a";
  static final String UP_FILL = "#0b7a75";
  static final String UP_TINT = "#d8eeeb";
  static final String UNCLEAR = "#575d6b";
  static final String UNCLEAR_FILL = "#8a8f9b";
  static final String DOWN = "#92331c";
  static final String DOWN_FILL = "#b5442a";

  /**
   * In the PDF a family of an SVG holds one face: its renderer cannot tell weights apart. Elsewhere
   * the first name is unknown and the second one counts.
   */
  static final String SANS = "Leadager Charts, Hanken Grotesk, Liberation Sans, sans-serif";

  static final String SANS_BOLD =
      "Leadager Charts Bold, Hanken Grotesk, Liberation Sans, sans-serif";

  private Ink() {}
}
