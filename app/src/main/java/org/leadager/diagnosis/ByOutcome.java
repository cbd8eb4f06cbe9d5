package org.leadager.diagnosis;

import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/** A figure for each outcome: weights in logits, or chances that sum to 1. */
public record ByOutcome(double m, double l, double b, double n) {
  static final ByOutcome ZERO = new ByOutcome(0, 0, 0, 0);

  static ByOutcome each(ToDoubleFunction<Outcome> figure) {
    return new ByOutcome(
        figure.applyAsDouble(Outcome.M),
        figure.applyAsDouble(Outcome.L),
        figure.applyAsDouble(Outcome.B),
        figure.applyAsDouble(Outcome.N));
  }

  /** The figure of an outcome. */
  public double of(Outcome outcome) {
    return switch (outcome) {
      case M -> m;
      case L -> l;
      case B -> b;
      case N -> n;
    };
  }

  /** The outcome with the largest figure. */
  public Outcome largest() {
    Outcome largest = Outcome.M;
    for (Outcome outcome : Outcome.values()) {
      if (of(outcome) > of(largest)) {
        largest = outcome;
      }
    }
    return largest;
  }

  ByOutcome map(DoubleUnaryOperator change) {
    return each(o -> change.applyAsDouble(of(o)));
  }

  ByOutcome plus(ByOutcome other) {
    return each(o -> of(o) + other.of(o));
  }

  ByOutcome minus(ByOutcome other) {
    return each(o -> of(o) - other.of(o));
  }

  ByOutcome times(ByOutcome other) {
    return each(o -> of(o) * other.of(o));
  }

  double sum() {
    return m + l + b + n;
  }

  ByOutcome normalised() {
    double sum = sum();
    return map(x -> x / sum);
  }

  /** Entropy of chances, in bits. */
  double entropy() {
    return -map(p -> p > 0 ? p * Math.log(p) / Math.log(2) : 0).sum();
  }
}
