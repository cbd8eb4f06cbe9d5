package org.leadager.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.leadager.engine.rating.AxisScore;
import org.leadager.engine.rating.CompetenceScore;
import org.leadager.engine.rating.Estimate;
import org.leadager.engine.rating.FrequencyEstimate;
import org.leadager.engine.rating.NeedComparison;
import org.leadager.engine.rating.SourceView;
import org.leadager.engine.rating.SubjectRatings;
import org.leadager.engine.rating.SubjectScore;

/** Says what the engine found in the words of an instrument. */
final class FigureMaker {
  /** How far from the ends of the response scale its first and last tick stand. */
  private static final double END = .25;

  private final RoundModel basis;
  private final RatingShape shape;
  private final Panel panel;
  private final SubjectRatings ratings;
  private final SubjectScore score;
  private final @Nullable SubjectScore self;

  FigureMaker(
      RoundModel basis,
      Panel panel,
      SubjectRatings ratings,
      SubjectScore score,
      @Nullable SubjectScore self) {
    this.basis = basis;
    shape = basis.shape();
    this.panel = panel;
    this.ratings = ratings;
    this.score = score;
    this.self = self;
  }

  Figures scored(SideFigures side) {
    return new Figures(
        Figures.FORMAT,
        Figures.Outcome.SCORED,
        "",
        basis.provisional(),
        basis.ownScale(),
        basis.oneSource(),
        SideFigures.groups(panel),
        panel.admitted.withheld(),
        axes(),
        covariance(),
        score.bothAbove().isPresent() ? score.bothAbove().getAsDouble() : null,
        score.competences().stream().map(this::competence).toList(),
        views(),
        self == null ? null : new Figures.View(Kinds.SELF, 1, levels(self)),
        side.amounts(panel),
        side.unable(panel));
  }

  private List<Figures.Axis> axes() {
    List<Double> shares = shares();
    List<Figures.Axis> axes = new ArrayList<>();
    for (AxisScore axis : score.axes()) {
      axes.add(
          new Figures.Axis(
              shape.instrument().axes().get(axis.axis()).code(),
              level(axis.level()),
              axis.frequency() == null ? null : frequency(axis.frequency()),
              need(axis.need()),
              ticks(axis.axis(), shares)));
    }
    return axes;
  }

  /** Each source's share of the raters who answered, the subject left out. */
  private List<Double> shares() {
    double[] raters = new double[shape.kinds().size()];
    IntStream.range(0, ratings.ratings())
        .map(ratings::rater)
        .distinct()
        .map(ratings::raterSource)
        .filter(g -> !shape.kinds().get(g).equals(Kinds.SELF))
        .forEach(g -> raters[g]++);
    double all = IntStream.range(0, raters.length).mapToDouble(g -> raters[g]).sum();
    return IntStream.range(0, raters.length).mapToObj(g -> raters[g] / all).toList();
  }

  /** One for every point of the scale, the ends a little inside: no mean gets there. */
  private List<Figures.Tick> ticks(int axis, List<Double> shares) {
    int points = shape.instrument().scale().points();
    List<Figures.Tick> ticks = new ArrayList<>();
    for (int point = 1; point <= points; point++) {
      double answer = Math.min(points - END, Math.max(1 + END, point));
      OptionalDouble level = basis.model().axisLevel(axis, answer, shares);
      level.ifPresent(l -> ticks.add(new Figures.Tick(answer, l)));
    }
    return ticks;
  }

  private List<List<Double>> covariance() {
    int n = score.joint().size();
    return IntStream.range(0, n)
        .mapToObj(i -> IntStream.range(0, n).mapToObj(j -> score.joint().covariance(i, j)).toList())
        .toList();
  }

  private Figures.Competence competence(CompetenceScore c) {
    return new Figures.Competence(
        shape.competences().get(c.competence()),
        level(c.level()),
        level(c.contrast()),
        frequency(c.frequency()),
        need(c.need()),
        c.raters(),
        self == null ? null : self.competences().get(c.competence()).frequency().mean());
  }

  /** Groups in the order of reports; none where there is only one source of ratings. */
  private List<Figures.View> views() {
    List<Figures.View> views = new ArrayList<>();
    for (String kind : Kinds.all()) {
      for (SourceView view : score.sourceViews()) {
        if (shape.kinds().get(view.source()).equals(kind)) {
          views.add(
              new Figures.View(
                  kind, view.raters(), view.axes().stream().map(FigureMaker::level).toList()));
        }
      }
    }
    return views;
  }

  private static List<Figures.Level> levels(SubjectScore score) {
    return score.axes().stream().map(a -> level(a.level())).toList();
  }

  private static Figures.Level level(Estimate estimate) {
    return new Figures.Level(estimate.mean(), estimate.sd());
  }

  private static Figures.Frequency frequency(FrequencyEstimate f) {
    return new Figures.Frequency(f.mean(), f.low(), f.high());
  }

  private static Figures.@Nullable Need need(@Nullable NeedComparison need) {
    return need == null
        ? null
        : new Figures.Need(need.neededFrequency(), need.neededLevel(), need.probabilityAbove());
  }
}
