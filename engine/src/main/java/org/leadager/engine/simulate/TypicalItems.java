package org.leadager.engine.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.ItemModel;
import org.leadager.engine.model.TwoPL;

/**
 * Items such as questionnaires have them: slopes lognormal around 1.3, steps spread evenly over
 * three standard deviations of the trait, then moved and jittered. Items share out over the traits
 * in runs of neighbours, each loading on one.
 */
public final class TypicalItems {
  private static final double LOG_SLOPE = StrictMath.log(1.3);
  private static final double LOG_SLOPE_SD = .35;
  private static final double SPREAD = 3;
  private static final double SHIFT_SD = .5;

  /** Jitter as a share of the distance between neighbouring steps. */
  private static final double JITTER = .25;

  private TypicalItems() {}

  /**
   * Draws true items, named item1, item2, …
   *
   * @param items at least one for each trait
   * @param traits 1 to 3
   * @param categories at least 2; exactly 2 for the 2PL model
   */
  public static List<ItemTruth> draw(
      ItemModel model, int items, int traits, int categories, Draws draws) {
    if (items < traits || traits < 1 || categories < 2) {
      throw new IllegalArgumentException("items >= traits >= 1 and categories >= 2 are needed");
    }
    if (model instanceof TwoPL && categories != 2) {
      throw new IllegalArgumentException("the 2PL model needs two categories");
    }
    List<ItemTruth> out = new ArrayList<>();
    double[] shared = model.sharedSteps() ? steps(categories, draws) : new double[0];
    for (int i = 0; i < items; i++) {
      double drawn = StrictMath.exp(LOG_SLOPE + LOG_SLOPE_SD * draws.normal());
      double slope = model.freeSlopes() ? drawn : 1;
      List<Double> slopes = new ArrayList<>(Collections.nCopies(traits, 0.0));
      slopes.set((int) ((long) i * traits / items), slope);
      double[] b = model.sharedSteps() ? moved(shared, draws) : steps(categories, draws);
      out.add(new ItemTruth("item" + (i + 1), slopes, intercepts(model, slope, b)));
    }
    return List.copyOf(out);
  }

  /** Locations b of the steps on the trait, rising. */
  private static double[] steps(int categories, Draws draws) {
    double[] b = new double[categories - 1];
    double distance = SPREAD / Math.max(1, b.length - 1);
    double shift = SHIFT_SD * draws.normal();
    boolean rising;
    do {
      Arrays.setAll(
          b, k -> shift + distance * (k - (b.length - 1) / 2.0 + JITTER * draws.normal()));
      rising = true;
      for (int k = 1; k < b.length; k++) {
        rising &= b[k] > b[k - 1];
      }
    } while (!rising);
    return b;
  }

  private static double[] moved(double[] steps, Draws draws) {
    double shift = SHIFT_SD * draws.normal();
    return Arrays.stream(steps).map(b -> b + shift).toArray();
  }

  /** d_k = −a b_k for cumulative models; −a (b_1 + … + b_k) for divide-by-total ones. */
  private static List<Double> intercepts(ItemModel model, double slope, double[] b) {
    List<Double> d = new ArrayList<>();
    double sum = 0;
    for (double step : b) {
      sum += step;
      boolean cumulative = model instanceof Graded || model instanceof TwoPL;
      d.add(-slope * (cumulative ? step : sum));
    }
    return d;
  }
}
