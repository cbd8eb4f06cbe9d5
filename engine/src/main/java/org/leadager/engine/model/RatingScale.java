package org.leadager.engine.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Rating scale model (Andrich 1978): P_k ∝ exp(kθ + d_k) with d_k = −(kβ + τ_1 + … + τ_k), Στ = 0,
 * the steps τ shared by items with the same answers; slopes one and the trait variance free.
 * docs/methods/item-models.md.
 */
public record RatingScale() implements Divided {

  @Override
  public String name() {
    return "rsm";
  }

  @Override
  public boolean freeSlopes() {
    return false;
  }

  @Override
  public boolean sharedSteps() {
    return true;
  }

  /** An item's location β from its intercepts; its error is the last intercept's by K − 1. */
  public static double location(List<Double> intercepts) {
    return -intercepts.getLast() / intercepts.size();
  }

  /** The steps τ_1 … τ_{K−1} from the intercepts of any item that has them; they sum to zero. */
  public static List<Double> steps(List<Double> intercepts) {
    double location = location(intercepts);
    List<Double> steps = new ArrayList<>();
    double before = 0;
    for (double d : intercepts) {
      steps.add(before - d - location);
      before = d;
    }
    return Collections.unmodifiableList(steps);
  }
}
