package org.leadager.engine.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Design;

/** How much an item that is free in every group differs between them, in units of its answers. */
final class DifEffects {
  private final Calibration free;
  private final Curves curves;

  /** A calibration in which the item stands once per group. */
  DifEffects(Calibration free) {
    this.free = free;
    this.curves = new Curves(free);
  }

  /** Against the first group; a group in which the item could not be calibrated is left out. */
  List<ItemDif.Effect> of(String item) {
    List<ItemDif.Effect> effects = new ArrayList<>();
    Optional<Integer> reference = place(item, 0);
    for (int g = 1; g < free.groups().size() && reference.isPresent(); g++) {
      int group = g;
      place(item, g).ifPresent(own -> effects.add(effect(reference.get(), own, group)));
    }
    return List.copyOf(effects);
  }

  private Optional<Integer> place(String item, int group) {
    String name = Design.nameIn(item, free.groups().get(group).label());
    int at = free.responses().names().indexOf(name);
    return at < 0 ? Optional.empty() : Optional.of(at);
  }

  /** Means over the group's density of E(Y | θ, its parameters) − E(Y | θ, the first group's). */
  private ItemDif.Effect effect(int reference, int own, int group) {
    double[] weights =
        Population.weights(
            free.grid(), Population.mean(free, group), Population.covariance(free, group));
    double signed = 0;
    double unsigned = 0;
    for (int q = 0; q < weights.length; q++) {
      double[] theta = Population.point(free.grid(), q);
      double difference = expected(own, theta) - expected(reference, theta);
      signed += weights[q] * difference;
      unsigned += weights[q] * Math.abs(difference);
    }
    return new ItemDif.Effect(free.groups().get(group).label(), signed, unsigned);
  }

  private double expected(int item, double[] theta) {
    double[] p = curves.probabilities(item, theta);
    return IntStream.range(0, p.length)
        .mapToDouble(k -> p[k] * free.responses().label(item, k))
        .sum();
  }
}
