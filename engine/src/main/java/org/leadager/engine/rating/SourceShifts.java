package org.leadager.engine.rating;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which items' thresholds may lie elsewhere for each source: b_igk = b_ik + d_ig with d_ig ~ N(0,
 * SD²), so that sources are pooled where answers are few. From the {@link LearningStage} on that
 * allows it, where at least two sources answered.
 */
final class SourceShifts {
  /** For instruments without parameters of their own; the Leadager instrument's is the same. */
  private static final double OWN_SD = .2;

  /** Prior SD of d by item; 0 where all sources share the thresholds. */
  private final double[] sd;

  private final boolean[] source;

  private SourceShifts(double[] sd, boolean[] source) {
    this.sd = sd;
    this.source = source;
  }

  /** All sources share their thresholds. */
  static SourceShifts none(RatingStructure structure) {
    return new SourceShifts(new double[structure.items().size()], new boolean[structure.sources()]);
  }

  /**
   * As answers allow.
   *
   * @param prior given parameters; null when there are none
   */
  static SourceShifts of(
      RatingStructure structure, @Nullable ItemParameters prior, List<Cells> subjects) {
    int forms = subjects.stream().mapToInt(c -> c.panel.raters).sum();
    LearningStage stage = LearningStage.of(new LearningStage.Counts(subjects.size(), forms, 1));
    boolean[] source = new boolean[structure.sources()];
    for (int g = 0; g < source.length; g++) {
      int one = g;
      source[g] = subjects.stream().anyMatch(c -> c.panel.ratersOf(one) > 0);
    }
    long answering = IntStream.range(0, source.length).filter(g -> source[g]).count();
    if (answering < 2 || !stage.allows(LearningStage.Use.SOURCE_THRESHOLDS)) {
      return none(structure);
    }
    double[] sd = new double[structure.items().size()];
    Arrays.setAll(sd, i -> prior == null ? OWN_SD : prior.uncertainty(i).sourceShiftSd());
    return new SourceShifts(sd, source);
  }

  boolean has(int item, int source) {
    return this.source[source] && sd[item] > 0;
  }

  double sd(int item) {
    return sd[item];
  }

  /** Whether anything is shifted at all. */
  boolean any() {
    return IntStream.range(0, sd.length)
        .anyMatch(i -> IntStream.range(0, source.length).anyMatch(g -> has(i, g)));
  }

  /**
   * Writes the slope and curvature in a source's shift: moving it moves all its thresholds.
   *
   * @param one slope in ln a and b of this source's answers
   * @param oneCurvature their curvature
   * @param p place of the shift among the item's numbers
   * @param g slope in all of the item's numbers
   */
  static void lift(double[] one, double[] oneCurvature, int p, double[] g, double[] curvature) {
    int n = one.length;
    int size = g.length;
    for (int k = 1; k < n; k++) {
      g[p] += one[k];
      for (int j = 0; j < n; j++) {
        curvature[p * size + j] += oneCurvature[k * n + j];
        curvature[j * size + p] += oneCurvature[k * n + j];
        curvature[p * size + p] += j > 0 ? oneCurvature[k * n + j] : 0;
      }
    }
  }

  /** Adds the prior's slope and curvature at d. */
  void addPrior(int item, double d, int p, double[] g, double[] curvature) {
    double precision = 1 / (sd[item] * sd[item]);
    g[p] -= d * precision;
    curvature[p * g.length + p] += precision;
  }

  /** Log prior of one item's shift. */
  double logPrior(int item, double d) {
    return -d * d / (2 * sd[item] * sd[item]);
  }
}
