package org.leadager.engine.simulate;

import java.util.List;
import org.leadager.engine.model.GeneralisedPartialCredit;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.ItemModel;
import org.leadager.engine.model.PartialCredit;
import org.leadager.engine.model.RatingScale;
import org.leadager.engine.model.TwoPL;

/**
 * Draws people and their answers from an item response model with one to three correlated traits,
 * each standard normal. Immutable; all randomness comes from the {@link Draws} passed in.
 */
public final class ResponseSimulator {
  private final ItemModel model;
  private final List<ItemTruth> items;
  private final CorrelatedNormals traits;

  /**
   * @param correlation of the traits, ones on the diagonal
   * @throws IllegalArgumentException where an item does not fit the model or the traits
   */
  public ResponseSimulator(ItemModel model, List<ItemTruth> items, double[][] correlation) {
    this.model = model;
    this.items = List.copyOf(items);
    traits = new CorrelatedNormals(correlation);
    for (ItemTruth item : items) {
      double[] d = item.intercepts().stream().mapToDouble(Double::doubleValue).toArray();
      if (item.slopes().size() != correlation.length || d.length == 0 || !model.admissible(d)) {
        throw new IllegalArgumentException(item.name() + " does not fit the model or its traits");
      }
    }
  }

  public List<ItemTruth> items() {
    return items;
  }

  /** A person's traits. */
  public double[] person(Draws draws) {
    return traits.next(draws);
  }

  /** One answer to every item in its order, coded 0 … categories − 1. */
  public int[] answers(double[] person, Draws draws) {
    int[] out = new int[items.size()];
    for (int i = 0; i < out.length; i++) {
      out[i] = answer(items.get(i), person, draws);
    }
    return out;
  }

  private int answer(ItemTruth item, double[] person, Draws draws) {
    double eta = 0;
    for (int t = 0; t < person.length; t++) {
      eta += item.slopes().get(t) * person[t];
    }
    return switch (model) {
      case Graded _, TwoPL _ -> cumulative(eta, item.intercepts(), draws);
      case GeneralisedPartialCredit _, PartialCredit _, RatingScale _ ->
          divided(eta, item.intercepts(), draws);
    };
  }

  /** Y ≥ k exactly when η + d_k exceeds a logistic number, the same one for every k. */
  private static int cumulative(double eta, List<Double> intercepts, Draws draws) {
    double bar = draws.logistic();
    int answer = 0;
    for (double d : intercepts) {
      answer += eta + d > bar ? 1 : 0;
    }
    return answer;
  }

  /** P_k ∝ exp(kη + d_k), d_0 = 0, by the cumulated shares. */
  private static int divided(double eta, List<Double> intercepts, Draws draws) {
    double[] share = new double[intercepts.size() + 1];
    double largest = 0;
    for (int k = 1; k < share.length; k++) {
      share[k] = k * eta + intercepts.get(k - 1);
      largest = Math.max(largest, share[k]);
    }
    double sum = 0;
    for (int k = 0; k < share.length; k++) {
      share[k] = StrictMath.exp(share[k] - largest);
      sum += share[k];
    }
    double left = draws.uniform() * sum;
    int answer = 0;
    while (answer < share.length - 1 && left >= share[answer]) {
      left -= share[answer];
      answer++;
    }
    return answer;
  }
}
