package org.leadager.scores;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was computed about one subject in one round, from admitted answers alone. Kept as
 * JSON; what is absent was not computed or does not exist for the instrument.
 *
 * @param format version of this record's shape
 * @param outcome how scoring ended
 * @param reason a plain sentence when the outcome is not {@link Outcome#SCORED}, else empty
 * @param provisional whether the parameters are day-one priors
 * @param ownScale whether origin and unit are those of this round's own subjects
 * @param oneSource whether all ratings come from one source, so that every figure is "as seen by
 *     this group"
 * @param groups who stands behind the figures, in the order of reports
 * @param withheld protected groups that had answers and are not shown
 * @param axes the instrument's axes, in its order
 * @param covariance posterior covariance of the axes, row by row
 * @param both P(every axis at its need or above); null without needs
 * @param competences in the instrument's order; empty where it defines none
 * @param views how each group sees each axis; without a group where there is only one source
 * @param self the subject's own view, leniency taken off; null when they did not answer
 * @param amounts too little to too much, raters other than the subject
 * @param unable share of "not able to judge", by group
 */
public record Figures(
    int format,
    Outcome outcome,
    String reason,
    boolean provisional,
    boolean ownScale,
    boolean oneSource,
    List<Group> groups,
    int withheld,
    List<Axis> axes,
    List<List<Double>> covariance,
    @Nullable Double both,
    List<Competence> competences,
    List<View> views,
    @Nullable View self,
    List<Amount> amounts,
    List<Unable> unable) {
  /** The shape that this program writes. */
  public static final int FORMAT = 1;

  /** How scoring ended. */
  public enum Outcome {
    SCORED,
    /** The panel is too small for any figure. */
    NOT_REPORTABLE,
    /** No trustworthy estimate came out. */
    NOT_CONVERGED
  }

  /** A group and how many raters stand behind it. */
  public record Group(String kind, int raters) {}

  /** A quantity on the scale of the axes, with its posterior standard deviation. */
  public record Level(double mean, double sd) {}

  /**
   * An expected answer on the response scale.
   *
   * @param low lower end of the interval in which we are 80 in 100 sure
   * @param high its upper end
   */
  public record Frequency(double mean, double low, double high) {
    /** Probability that an interval of these figures holds. */
    public static final double PROBABILITY = .80;
  }

  /**
   * A level held against the role's need.
   *
   * @param frequency the need as an expected answer
   * @param level the same need on the scale of the axes
   * @param above P(level ≥ need)
   */
  public record Need(double frequency, double level, double above) {}

  /** The level at which the expected answer is {@code answer}; gives an axis its words. */
  public record Tick(double answer, double level) {}

  /**
   * One axis.
   *
   * @param frequency null where no item speaks about this axis alone
   * @param ticks rising; empty where {@code frequency} is null
   */
  public record Axis(
      String code,
      Level level,
      @Nullable Frequency frequency,
      @Nullable Need need,
      List<Tick> ticks) {}

  /**
   * One competence.
   *
   * @param contrast level minus the person's own mean level over the competences
   * @param raters raters other than the subject who count in it
   * @param self the subject's own view as an expected answer; null when they did not answer
   */
  public record Competence(
      String code,
      Level level,
      Level contrast,
      Frequency frequency,
      @Nullable Need need,
      int raters,
      @Nullable Double self) {}

  /** One group's view of each axis, in the axes' order. */
  public record View(String kind, int raters, List<Level> axes) {}

  /**
   * One amount item: 0 is about right.
   *
   * @param low lower end of the 80% t interval
   * @param high its upper end
   */
  public record Amount(String code, double mean, double low, double high, int raters) {}

  /** Share of answers to scaled items that were "not able to judge". */
  public record Unable(String kind, double share) {}

  public Figures {
    groups = List.copyOf(groups);
    axes = List.copyOf(axes);
    covariance = covariance.stream().map(List::copyOf).toList();
    competences = List.copyOf(competences);
    views = List.copyOf(views);
    amounts = List.copyOf(amounts);
    unable = List.copyOf(unable);
  }
}
