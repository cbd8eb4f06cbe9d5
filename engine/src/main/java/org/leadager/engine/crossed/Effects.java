package org.leadager.engine.crossed;

import java.util.ArrayList;
import java.util.List;
import org.leadager.engine.crossed.CrossedResult.Level;
import org.leadager.engine.data.Grouping;

/** Effects and their errors, from units of their SDs back to units of the answers. */
final class Effects {
  private final Design design;
  private final double[] u;
  private final double[] variance;

  /**
   * Effects.
   *
   * @param u in units of their SDs, outer levels first
   * @param variance of u
   */
  Effects(Design design, double[] u, double[] variance) {
    this.design = design;
    this.u = u;
    this.variance = variance;
  }

  /** The outer levels, scaled by their SD; {@code noise} is the unit of the variances. */
  List<Level> outer(Grouping labels, double sd, double noise) {
    int[] sizes = DesignCheck.sizes(design.outer, design.outers);
    return levels(labels, sizes, 0, sd, noise);
  }

  /** The inner levels. */
  List<Level> inner(Grouping labels, double sd, double noise) {
    int[] sizes = DesignCheck.sizes(design.inner, design.inners);
    return levels(labels, sizes, design.outers, sd, noise);
  }

  private List<Level> levels(Grouping labels, int[] sizes, int first, double sd, double noise) {
    List<Level> levels = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      double se = Math.abs(sd) * noise * Math.sqrt(variance[first + i]);
      levels.add(new Level(labels.label(i), sd * u[first + i], se, sizes[i]));
    }
    return List.copyOf(levels);
  }
}
