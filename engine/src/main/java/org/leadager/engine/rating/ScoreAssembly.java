package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns a subject's core posterior into the figures a report needs. */
final class ScoreAssembly {
  private final RatingModel model;
  private final RatingStructure structure;
  private final CoreEstimate core;
  private final Panel panel;
  private final Needs needs;
  private final double[] mix;
  private final double[] meanCompetence;
  private final Map<Integer, Need> neededLevels = new HashMap<>();
  private final int[] ratersOn;
  private final int[] ratingsOn;

  ScoreAssembly(RatingModel model, CoreEstimate core, Needs needs) {
    this.model = model;
    this.core = core;
    this.needs = needs;
    structure = model.structure();
    panel = core.mode.posterior().panel;
    mix = new double[structure.sources()];
    for (int g : panel.source) {
      mix[g] += 1.0 / panel.raters;
    }
    meanCompetence = meanCompetence();
    ratersOn = new int[structure.competences()];
    ratingsOn = new int[structure.competences()];
    for (int b = 0; b < panel.blocks; b++) {
      int c = panel.blockCompetence[b];
      if (c != RatingItem.NO_COMPETENCE) {
        ratersOn[c]++;
        ratingsOn[c] += panel.blockStart[b + 1] - panel.blockStart[b];
      }
    }
  }

  /** The mean of all competences as a function of the core. */
  private double[] meanCompetence() {
    double[] f = new double[core.size];
    for (int c = 0; c < structure.competences(); c++) {
      double[] one = core.competence(c);
      for (int j = 0; j < f.length; j++) {
        f[j] += one[j] / structure.competences();
      }
    }
    return f;
  }

  SubjectScore assemble() {
    List<@Nullable Margin> axisMargins = new ArrayList<>();
    for (int a = 0; a < structure.axes(); a++) {
      axisMargins.add(axisMargin(a));
    }
    Outcome outcome = core.mode.outcome();
    return new SubjectScore(
        outcome,
        outcome == Outcome.CONVERGED ? "" : "The search for the most likely values did not settle.",
        core.mode.iterations(),
        new SubjectScore.PanelSize(panel.raters, panel.ratings, panel.severities()),
        core.axes(),
        IntStream.range(0, structure.axes()).mapToObj(a -> axis(a, axisMargins.get(a))).toList(),
        IntStream.range(0, structure.competences()).mapToObj(this::competence).toList(),
        sourceViews(),
        bothAbove(axisMargins),
        IntStream.range(0, structure.axes())
            .mapToObj(a -> core.sensitivity.ofCommonShift(core.axis(a)))
            .toList());
  }

  private AxisScore axis(int a, @Nullable Margin margin) {
    Estimate level = core.estimate(core.axis(a));
    ExpectedAnswers answers = model.axisAnswers(a);
    return new AxisScore(
        a,
        level,
        answers == null ? null : answers.of(level, mix, model.halfWidth()),
        margin == null ? null : margin.comparison(meanNeed(a)));
  }

  private CompetenceScore competence(int c) {
    double[] functional = core.competence(c);
    Estimate level = core.estimate(functional);
    ExpectedAnswers answers = model.competenceAnswers(c);
    OptionalDouble need = needs.of(c);
    return new CompetenceScore(
        c,
        level,
        core.estimate(contrast(functional)),
        answers.of(level, mix, model.halfWidth()),
        ratersOn[c],
        ratingsOn[c],
        need.isEmpty() ? null : margin(functional, List.of(c)).comparison(need.getAsDouble()));
  }

  private double[] contrast(double[] functional) {
    double[] f = functional.clone();
    for (int j = 0; j < f.length; j++) {
      f[j] -= meanCompetence[j];
    }
    return f;
  }

  /** Competences that speak about this axis alone and have a need. */
  private List<Integer> neededOn(int axis) {
    return IntStream.range(0, structure.competences())
        .filter(c -> needs.of(c).isPresent() && structure.competenceIsPure(c, axis))
        .boxed()
        .toList();
  }

  private double meanNeed(int axis) {
    return neededOn(axis).stream()
        .mapToDouble(c -> needs.of(c).orElseThrow())
        .average()
        .orElseThrow();
  }

  /** The axis against the mean need of its competences; null when none is set. */
  private @Nullable Margin axisMargin(int a) {
    if (needs.isEmpty()) {
      return null;
    }
    List<Integer> competences = neededOn(a);
    return competences.isEmpty() ? null : margin(core.axis(a), competences);
  }

  private Margin margin(double[] functional, List<Integer> competences) {
    double[] byParameter = new double[model.columns().size];
    double level = 0;
    for (int c : competences) {
      Need need = need(c);
      level += need.level / competences.size();
      for (int column = 0; column < byParameter.length; column++) {
        byParameter[column] += need.byParameter[column] / competences.size();
      }
    }
    return new Margin(core, functional, level, byParameter);
  }

  /** The level that a competence needs, found once though its axis asks for it too. */
  private Need need(int c) {
    return neededLevels.computeIfAbsent(
        c,
        _ -> {
          ExpectedAnswers answers = model.competenceAnswers(c);
          double level = answers.levelOf(needs.of(c).orElseThrow(), mix);
          double[] byParameter = new double[model.columns().size];
          answers.addLevelGradient(level, mix, model.columns(), byParameter);
          return new Need(level, byParameter);
        });
  }

  /** A needed level, and how far each item parameter's SD moves it. */
  private static final class Need {
    final double level;
    final double[] byParameter;

    Need(double level, double[] byParameter) {
      this.level = level;
      this.byParameter = byParameter;
    }
  }

  private static OptionalDouble bothAbove(List<@Nullable Margin> margins) {
    Margin m = margins.getFirst();
    Margin l = margins.getLast();
    if (margins.size() != 2 || m == null || l == null) {
      return OptionalDouble.empty();
    }
    Estimate first = m.estimate();
    Estimate second = l.estimate();
    double rho = m.covariance(l) / (first.sd() * second.sd());
    return OptionalDouble.of(
        BivariateNormal.cdf(first.mean() / first.sd(), second.mean() / second.sd(), rho));
  }

  private List<SourceView> sourceViews() {
    if (!structure.has(Effect.SOURCE)) {
      return List.of();
    }
    return IntStream.range(0, structure.sources())
        .filter(g -> panel.ratersOf(g) > 0)
        .mapToObj(this::sourceView)
        .toList();
  }

  private SourceView sourceView(int g) {
    List<Estimate> axes = new ArrayList<>();
    for (int a = 0; a < structure.axes(); a++) {
      double[] f = core.axis(a);
      f[core.mode.posterior().layout.source(g)] = 1;
      axes.add(core.estimate(f));
    }
    return new SourceView(g, panel.ratersOf(g), axes);
  }
}
