package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** From the scale of the axes to the response scale and back. */
class ResponseScaleTest {
  private static final List<Double> SHARES = List.of(1 / 9.0, 4 / 9.0, 4 / 9.0);
  private static final double[] MIX = SHARES.stream().mapToDouble(d -> d).toArray();

  private final SplittableRandom random = new SplittableRandom(4);
  private final Panels panels = new Panels(2, true, random);
  private final RatingModel model =
      new RatingModel(panels.structure, panels.parameters, panels.priors);

  @Test
  void theLevelOfAnAnswerIsWhereThatAnswerIsExpected() {
    double before = Double.NEGATIVE_INFINITY;
    for (int answer = 2; answer <= 5; answer++) {
      double level = model.axisLevel(0, answer, SHARES).orElseThrow();
      assertThat(Objects.requireNonNull(model.axisAnswers(0)).at(level, MIX))
          .isCloseTo(answer, within(1e-9));
      assertThat(level).isGreaterThan(before);
      before = level;
    }
    assertThatThrownBy(() -> model.axisLevel(0, 3, List.of(1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAxisWithoutItemsOfItsOwnHasNoSuchLevel() {
    RatingStructure shared =
        RatingStructure.builder(2, 0, 1)
            .item(new RatingItem(List.of(.55, .55), RatingItem.NO_COMPETENCE, 0, 3))
            .build();
    RatingModel mixed =
        new RatingModel(
            shared,
            ItemParameters.builder(shared).item(0, 1, new double[] {-1, 1}).build(),
            RatingPriors.builder(shared).haloVariance(0, 1).build());
    assertThat(mixed.axisLevel(0, 2, List.of(1.0))).isEmpty();
  }

  @Test
  void anIntervalHasTheProbabilityThatWasAskedFor() {
    SubjectRatings ratings = panels.answers(Panels.person(random), Panels.DEFAULT_PANEL, random);
    RatingModel narrower = new RatingModel(panels.structure, panels.parameters, panels.priors, .80);
    CompetenceScore wide = model.score(ratings).competences().getFirst();
    CompetenceScore narrow = narrower.score(ratings).competences().getFirst();
    assertThat(narrow.level()).isEqualTo(wide.level());
    assertThat(narrow.frequency().mean()).isEqualTo(wide.frequency().mean());
    ExpectedAnswers answers = model.competenceAnswers(0);
    assertThat(narrow.frequency().low()).isEqualTo(answers.at(wide.level().low(.80), MIX));
    assertThat(wide.frequency().low()).isEqualTo(answers.at(wide.level().low(.90), MIX));
  }
}
