package org.leadager.engine.rating;

/**
 * Answers from nowhere: a little weight on every category of every item, as if given about people
 * drawn at random by raters drawn at random. They keep the threshold of an answer nobody chose at a
 * finite place.
 */
final class ExtraAnswers {
  /** By item and category. */
  final double[][] weight;

  /** SD of η over people and raters, by item. */
  final double[] spread;

  ExtraAnswers(double[][] weight, double[] spread) {
    this.weight = weight;
    this.spread = spread;
  }
}
