package org.leadager.charts;

import java.util.List;

/**
 * The stretch of a measure that a chart shows, and how it is said in words.
 *
 * @param low the value at the start of the axis
 * @param high the value at its end
 * @param ticks at least two, rising, inside the stretch
 */
public record Scale(double low, double high, List<Tick> ticks) {
  /**
   * A value this near to a tick, as a share of the gap to the next, is said with its word alone.
   */
  private static final double NEAR = 0.25;

  public Scale {
    if (!Double.isFinite(low) || !Double.isFinite(high) || low >= high) {
      throw new IllegalArgumentException(
          "A scale runs from low to high, not " + low + " to " + high);
    }
    ticks = List.copyOf(ticks);
    if (ticks.size() < 2) {
      throw new IllegalArgumentException("A scale needs two worded ticks or more");
    }
    double last = Double.NEGATIVE_INFINITY;
    for (Tick tick : ticks) {
      if (!(tick.at() > last) || tick.at() < low || tick.at() > high) {
        throw new IllegalArgumentException("Ticks rise and lie inside the scale: " + tick.at());
      }
      last = tick.at();
    }
  }

  /** Equally spaced ticks at 1, 2, 3 …, the whole scale shown. */
  public static Scale ofWords(String... words) {
    List<Tick> ticks = new java.util.ArrayList<>();
    for (int i = 0; i < words.length; i++) {
      ticks.add(new Tick(i + 1, words[i]));
    }
    return new Scale(1, words.length, ticks);
  }

  /** Where a value lies, 0 at the start and 1 at the end; values outside are held at the edge. */
  double share(double value) {
    return Math.clamp((value - low) / (high - low), 0.0, 1.0);
  }

  boolean shows(double value) {
    return value >= low && value <= high;
  }

  /** "often", "between often and usually", "above usually". */
  public String say(double value, ChartWords words) {
    int last = ticks.size() - 1;
    for (int i = 0; i < last; i++) {
      double from = ticks.get(i).at();
      double gap = ticks.get(i + 1).at() - from;
      double along = (value - from) / gap;
      if (i == 0 && along < -2 * NEAR) {
        return words.get("value.below", ticks.getFirst().word());
      }
      if (along <= NEAR) {
        return ticks.get(i).word();
      }
      if (along < 1 - NEAR) {
        return words.get("value.between", ticks.get(i).word(), ticks.get(i + 1).word());
      }
      if (i == last - 1 && along > 1 + 2 * NEAR) {
        return words.get("value.above", ticks.get(last).word());
      }
    }
    return ticks.get(last).word();
  }

  /** "often to usually", each end by its nearest word. */
  public String sayRange(double from, double to, ChartWords words) {
    String first = nearest(from);
    String second = nearest(to);
    return first.equals(second) ? first : words.get("value.range", first, second);
  }

  private String nearest(double value) {
    Tick best = ticks.getFirst();
    for (Tick tick : ticks) {
      if (Math.abs(tick.at() - value) < Math.abs(best.at() - value)) {
        best = tick;
      }
    }
    return best.word();
  }

  String firstWord() {
    return ticks.getFirst().word();
  }

  String lastWord() {
    return ticks.getLast().word();
  }
}
