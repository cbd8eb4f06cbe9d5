package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.SimulatedPanel;
import org.leadager.engine.simulate.TrueParameters;

/**
 * Reliability and standard error of an axis by panel and form are those the design promises
 * (docs/methods/rating-model.md): each the mean of four draws of items.
 */
class ReliabilityTest {
  private static final int DRAWS = 4;

  /** Answers per draw: enough that chance moves a squared correlation by some .01. */
  private static final int ANSWERS = 60_000;

  private static final double TOLERANCE = .03;
  private static final double[] CENTRES = {-3.9, -2.65, -1.4, 0, 1.75};
  private static final double[] HALO = {.9, 1.5, 2.0};
  private static final ItemUncertainty SPREAD = new ItemUncertainty(.35, .5, .35, 0);

  @ParameterizedTest(name = "1+{0}+{1}, {2} items a competence: {3}, {4}")
  @CsvSource({
    "3, 3, 4, .82, .44", "3, 3, 2, .82, .45", "3, 3, 1, .81, .45",
    "4, 4, 4, .84, .40", "4, 4, 2, .83, .41", "4, 4, 1, .82, .42",
    "6, 6, 4, .86, .35", "6, 6, 2, .86, .36", "6, 6, 1, .85, .36",
    "8, 9, 4, .90, .31", "8, 9, 2, .90, .32", "8, 9, 1, .90, .32"
  })
  void withoutViewsOfSources(
      int peers, int reports, int perCompetence, double reliability, double error) {
    Figures found = simulate(peers, reports, perCompetence, false);
    assertThat(found.error).as("standard error").isCloseTo(error, within(TOLERANCE));
    assertThat(found.byPosterior).as("1 - SE²").isCloseTo(reliability, within(TOLERANCE));
    assertThat(found.withTruth)
        .as("squared correlation with the truth")
        .isCloseTo(reliability, within(TOLERANCE));
  }

  @ParameterizedTest(name = "1+{0}+{1}, {2} items a competence: {3}")
  @CsvSource({"4, 4, 4, .45", "4, 4, 2, .46", "4, 4, 1, .47", "3, 3, 4, .49"})
  void withViewsOfSourcesTheErrorIsLarger(int peers, int reports, int perCompetence, double error) {
    Figures found = simulate(peers, reports, perCompetence, true);
    assertThat(found.error).isCloseTo(error, within(TOLERANCE));
    assertThat(found.withTruth).isCloseTo(1 - error * error, within(TOLERANCE));
  }

  private record Figures(double error, double byPosterior, double withTruth) {}

  private static Figures simulate(int peers, int reports, int perCompetence, boolean views) {
    RatingStructure structure = structure(perCompetence, views);
    RatingPriors priors = priors(structure, views);
    ItemParameters centre = centre(structure);
    List<Integer> sources = panel(peers, reports);
    int subjects = Math.clamp(ANSWERS / (sources.size() * 18L * perCompetence), 150, 450);
    double variance = 0;
    double squared = 0;
    for (int draw = 0; draw < DRAWS; draw++) {
      Draws draws = Draws.seeded(77 * peers + perCompetence).branch(draw);
      ItemParameters truth = TrueParameters.draw(structure, centre, draws);
      RatingSimulator simulator = new RatingSimulator(structure, truth, priors);
      RatingModel model = new RatingModel(structure, truth, priors);
      Correlation correlation = new Correlation();
      for (int p = 0; p < subjects; p++) {
        SimulatedPanel panel = simulator.panel(sources, draws.branch(p));
        SubjectScore score = model.score(panel.ratings());
        for (int a = 0; a < 2; a++) {
          variance += score.joint().covariance(a, a) / (2.0 * subjects * DRAWS);
          correlation.add(score.joint().mean(a), panel.subject().axes().get(a));
        }
      }
      squared += correlation.squared() / DRAWS;
    }
    return new Figures(Math.sqrt(variance), 1 - variance, squared);
  }

  private static List<Integer> panel(int peers, int reports) {
    List<Integer> sources = new ArrayList<>(List.of(0));
    for (int r = 0; r < peers + reports; r++) {
      sources.add(r < peers ? 1 : 2);
    }
    return sources;
  }

  private static RatingStructure structure(int perCompetence, boolean views) {
    RatingStructure.Builder b = RatingStructure.builder(2, 18, HALO.length);
    b.with(Effect.COMPETENCE, Effect.SLANT, Effect.TESTLET);
    if (views) {
      b.with(Effect.SOURCE);
    }
    for (int i = 0; i < 18 * perCompetence; i++) {
      int c = i / perCompetence;
      List<Double> w = c < 7 ? List.of(1., 0.) : c < 14 ? List.of(0., 1.) : List.of(.55, .55);
      b.item(new RatingItem(w, c, c < 7 ? 1 : c < 14 ? -1 : 0, CENTRES.length + 1));
    }
    return b.build();
  }

  private static RatingPriors priors(RatingStructure structure, boolean views) {
    RatingPriors.Builder p = RatingPriors.builder(structure).axisCorrelation(0, 1, .65);
    p.competenceSd(.30).slantSd(.35).testletSd(.35);
    if (views) {
      p.sourceSd(.45);
    }
    for (int g = 0; g < HALO.length; g++) {
      p.haloVariance(g, HALO[g]);
    }
    return p.build();
  }

  private static ItemParameters centre(RatingStructure structure) {
    ItemParameters.Builder items = ItemParameters.builder(structure);
    for (int i = 0; i < structure.items().size(); i++) {
      items.item(i, 1.3, CENTRES).uncertainty(i, SPREAD);
    }
    return items.build();
  }

  /** Squared Pearson correlation of pairs. */
  private static final class Correlation {
    private double n;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;

    void add(double first, double second) {
      n++;
      x += first;
      y += second;
      xx += first * first;
      yy += second * second;
      xy += first * second;
    }

    double squared() {
      double covariance = xy / n - x / n * (y / n);
      return covariance * covariance / ((xx / n - x / n * (x / n)) * (yy / n - y / n * (y / n)));
    }
  }
}
