package org.leadager.engine.rating;

/** Values of all unknowns of one subject. */
final class State {
  /** Axes, s, δ and severities, as {@link Layout} orders them. */
  final double[] core;

  /** h per rater, or e where the rater's severity stands in the core. */
  final double[] halo;

  /** x per rater. */
  final double[] slant;

  /** v per block. */
  final double[] testlet;

  State(int core, int raters, int blocks) {
    this.core = new double[core];
    halo = new double[raters];
    slant = new double[raters];
    testlet = new double[blocks];
  }

  /** Sets this to from + t · step. */
  void move(State from, double t, State step) {
    add(core, from.core, t, step.core);
    add(halo, from.halo, t, step.halo);
    add(slant, from.slant, t, step.slant);
    add(testlet, from.testlet, t, step.testlet);
  }

  private static void add(double[] out, double[] from, double t, double[] step) {
    for (int i = 0; i < out.length; i++) {
      out[i] = from[i] + t * step[i];
    }
  }

  /** Takes over what another state knows, whose core may end before this one's severities. */
  void startFrom(State other) {
    System.arraycopy(other.core, 0, core, 0, other.core.length);
    System.arraycopy(other.halo, 0, halo, 0, halo.length);
    System.arraycopy(other.slant, 0, slant, 0, slant.length);
    System.arraycopy(other.testlet, 0, testlet, 0, testlet.length);
  }

  double largest() {
    return Math.max(
        Math.max(largest(core), largest(halo)), Math.max(largest(slant), largest(testlet)));
  }

  private static double largest(double[] values) {
    double max = 0;
    for (double v : values) {
      max = Math.max(max, Math.abs(v));
    }
    return max;
  }
}
