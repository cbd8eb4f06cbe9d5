package org.leadager.scores;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.Effect;
import org.leadager.engine.rating.ItemParameters;
import org.leadager.engine.rating.ItemUncertainty;
import org.leadager.engine.rating.Needs;
import org.leadager.engine.rating.RatingItem;
import org.leadager.engine.rating.RatingModel;
import org.leadager.engine.rating.RatingPriors;
import org.leadager.engine.rating.RatingStructure;
import org.leadager.engine.rating.SubjectRatings;
import org.leadager.engine.rating.SubjectScore;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instrument.Item;

/** What the figures of the Leadager instrument hold, against the engine called by hand. */
class FiguresTest {
  private static final double EXACT = 1e-12;
  private static final List<String> SOURCES =
      List.of("self", "boss", "peers", "reports", "others", "colleagues");
  private static final double[] HALO = {.9, .9, 1.5, 2.0, 1.5, (1.5 + 2.0 + 1.5) / 3};
  private static final double[] CENTRES = {-3.9, -2.65, -1.4, 0, 1.75};

  private static final ScoringFixture FIXTURE = new ScoringFixture();

  @Test
  void theFiguresAreThoseOfTheEngineWithTheInstrumentsPriors() {
    UUID round = FIXTURE.closed("72", 1, ScoringFixture.MIDDLING);
    UUID subject = FIXTURE.subjects(round).getFirst();
    Map<Integer, Double> needs = new HashMap<>();
    for (int c = 0; c < FIXTURE.leadager.competences().size(); c++) {
      needs.put(c, 4.25);
    }
    FIXTURE.need(subject, new BigDecimal("4.25"));
    Figures figures = score(round, new OpenAdmission());
    RatingModel model = byHand(FIXTURE.leadager.items());
    SubjectRatings ratings = ratings(subject, model.structure());
    SubjectScore score = model.score(ratings, Needs.of(needs));
    SubjectScore self = model.scoreSelf(ratings);

    for (int a = 0; a < 2; a++) {
      Figures.Axis axis = figures.axes().get(a);
      assertThat(axis.code()).isEqualTo(FIXTURE.leadager.axes().get(a).code());
      assertThat(axis.level().mean()).isCloseTo(score.joint().mean(a), within(EXACT));
      assertThat(axis.level().sd()).isCloseTo(score.joint().sd(a), within(EXACT));
      Figures.Need need = requireNonNull(axis.need());
      assertThat(need.above())
          .isCloseTo(requireNonNull(score.axes().get(a).need()).probabilityAbove(), within(EXACT));
      assertThat(figures.covariance().get(a).get(1 - a))
          .isCloseTo(score.joint().covariance(a, 1 - a), within(EXACT));
    }
    assertThat(figures.both()).isCloseTo(score.bothAbove().orElseThrow(), within(EXACT));
    sameCompetencesAndViews(figures, score, self);
  }

  private void sameCompetencesAndViews(Figures figures, SubjectScore score, SubjectScore self) {
    for (int c = 0; c < 18; c++) {
      Figures.Competence competence = figures.competences().get(c);
      assertThat(competence.code()).isEqualTo(FIXTURE.leadager.competences().get(c).code());
      assertThat(competence.contrast().mean())
          .isCloseTo(score.competences().get(c).contrast().mean(), within(EXACT));
      assertThat(competence.raters()).isEqualTo(9);
      assertThat(competence.self())
          .isCloseTo(self.competences().get(c).frequency().mean(), within(EXACT));
    }
    assertThat(figures.views())
        .extracting(Figures.View::kind)
        .containsExactly("boss", "peers", "reports");
    assertThat(figures.views().get(1).axes().getFirst().mean())
        .isCloseTo(score.sourceViews().get(1).axes().getFirst().mean(), within(EXACT));
    assertThat(requireNonNull(figures.self()).axes().getFirst().mean())
        .isCloseTo(self.joint().mean(0), within(EXACT));
  }

  @Test
  void withoutANeedThereIsNoComparison() {
    Figures figures = score(FIXTURE.closed("18", 1, ScoringFixture.MIDDLING), new OpenAdmission());
    assertThat(figures.both()).isNull();
    assertThat(figures.axes()).allMatch(a -> a.need() == null && a.frequency() != null);
    assertThat(figures.competences()).hasSize(18).allMatch(c -> c.need() == null);
  }

  @Test
  void anAxisHasATickForEveryPointOfTheScale() {
    Figures figures = score(FIXTURE.closed("18", 1, ScoringFixture.MIDDLING), new OpenAdmission());
    for (Figures.Axis axis : figures.axes()) {
      assertThat(axis.ticks())
          .extracting(Figures.Tick::answer)
          .containsExactly(1.25, 2.0, 3.0, 4.0, 5.0, 5.75);
      assertThat(axis.ticks()).extracting(Figures.Tick::level).isSorted();
    }
  }

  /** Every positive item 6 and every reversed item 1 is the best there is. */
  @Test
  void aHighAnswerToAReversedItemSpeaksAgainstThePerson() {
    List<Item> items = FIXTURE.leadager.items();
    Figures best =
        score(
            FIXTURE.closed("72", 1, (s, r, i) -> i >= 72 ? 3 : items.get(i).reversed() ? 1 : 6),
            new OpenAdmission());
    Figures worst =
        score(
            FIXTURE.closed("72", 1, (s, r, i) -> i >= 72 ? 3 : items.get(i).reversed() ? 6 : 1),
            new OpenAdmission());
    for (int a = 0; a < 2; a++) {
      assertThat(best.axes().get(a).level().mean()).isGreaterThan(1);
      assertThat(worst.axes().get(a).level().mean()).isLessThan(-1);
    }
  }

  @Test
  void oneSubjectAloneCalibratesNothingAndIsToldSo() {
    UUID round = FIXTURE.closed("18", 1, ScoringFixture.MIDDLING);
    Instrument l = FIXTURE.leadager;
    Instrument bare =
        new Instrument(
            "bare",
            "1",
            Instrument.Kind.AGREEMENT,
            l.axes(),
            List.of(),
            l.items().stream()
                .map(i -> new Item(i.code(), null, i.weights(), i.level(), i.reversed(), i.act()))
                .toList(),
            l.scale(),
            l.forms(),
            l.sources(),
            null,
            null,
            List.of(),
            null,
            l.wording(),
            "hash");
    FIXTURE
        .scoring(new OpenAdmission())
        .score(new RoundScope(FIXTURE.organisation, round, bare, bare.form("18").orElseThrow(), 3));
    Snapshot snapshot = FIXTURE.scores.ofRound(FIXTURE.organisation, round).getFirst();
    assertThat(snapshot.parameters()).isEqualTo("calibrated:" + round);
    assertThat(snapshot.figures().outcome()).isEqualTo(Figures.Outcome.NOT_CONVERGED);
    assertThat(snapshot.figures().reason()).contains("Only one person has answers");
    assertThat(snapshot.figures().ownScale()).isTrue();
    assertThat(snapshot.figures().axes()).isEmpty();
    assertThat(snapshot.figures().groups()).hasSize(4);
  }

  @Test
  void groupsTakenTogetherAreOneSource() {
    Figures figures =
        score(
            FIXTURE.closed("18", 1, ScoringFixture.MIDDLING),
            new OpenAdmission("peers", "reports"));
    assertThat(figures.views())
        .extracting(Figures.View::kind, Figures.View::raters)
        .containsExactly(tuple("boss", 1), tuple("colleagues", 8));
  }

  @Test
  void amountsAreMeansOverOthers() {
    UUID round =
        FIXTURE.closed("18", 1, (s, r, i) -> i < 18 ? 4 : r == 9 ? 6 : r == 0 ? 5 : 2 + r % 2);
    List<Figures.Amount> amounts = score(round, new OpenAdmission()).amounts();
    assertThat(amounts).hasSize(6).allMatch(a -> a.raters() == 9);
    // The boss says +2, of the eight others half −1 and half 0; the subject's +3 is left out.
    assertThat(amounts.getFirst().mean()).isCloseTo((2 - 4) / 9.0, within(EXACT));
    assertThat(amounts.getFirst().low()).isLessThan(amounts.getFirst().mean());
  }

  @Test
  void anAmountThatTooFewStandBehindIsLeftOut() {
    assertThat(amountsFrom(Map.of("boss", 1, "reports", 3))).allMatch(a -> a.raters() == 4);
    assertThat(amountsFrom(Map.of("boss", 1, "reports", 3))).hasSize(6);
    assertThat(amountsFrom(Map.of("reports", 3))).isEmpty();
    assertThat(amountsFrom(Map.of("self", 1, "reports", 3))).isEmpty();
    assertThat(amountsFrom(Map.of())).isEmpty();
  }

  @Test
  void notAbleToJudgeIsAShareByGroup() {
    UUID round = FIXTURE.closed("18", 1, (s, r, i) -> r == 0 && i < 9 ? 0 : 4);
    assertThat(score(round, new OpenAdmission()).unable())
        .containsExactly(
            new Figures.Unable("self", 0),
            new Figures.Unable("boss", .5),
            new Figures.Unable("peers", 0),
            new Figures.Unable("reports", 0));
  }

  /** The amounts when of each source only so many raters' amounts are admitted. */
  private List<Figures.Amount> amountsFrom(Map<String, Integer> raters) {
    Set<String> scaled = Set.copyOf(FIXTURE.leadager.form("18").orElseThrow().items());
    Admission admission =
        (instrument, form, minimum, panel) -> {
          Map<String, Integer> left = new HashMap<>(raters);
          return new OpenAdmission()
              .admit(
                  instrument,
                  form,
                  minimum,
                  panel.stream()
                      .map(r ->
                          left.merge(r.source(), -1, Integer::sum) >= 0 ? r : without(r, scaled))
                      .toList());
        };
    return score(FIXTURE.closed("18", 1, ScoringFixture.MIDDLING), admission).amounts();
  }

  private static RaterAnswers without(RaterAnswers rater, Set<String> kept) {
    Map<String, Integer> values = new HashMap<>(rater.values());
    values.keySet().retainAll(kept);
    return new RaterAnswers(rater.rater(), rater.source(), values, rater.unable());
  }

  private Figures score(UUID round, Admission admission) {
    FIXTURE.scoring(admission).score(FIXTURE.organisation, round);
    return FIXTURE.scores.ofRound(FIXTURE.organisation, round).getFirst().figures();
  }

  private RatingModel byHand(List<Item> items) {
    List<String> competences =
        FIXTURE.leadager.competences().stream().map(Instrument.Competence::code).toList();
    RatingStructure.Builder builder =
        RatingStructure.builder(2, 18, SOURCES.size())
            .selfSource(0)
            .with(Effect.COMPETENCE, Effect.SOURCE, Effect.SLANT, Effect.TESTLET);
    for (Item item : items) {
      char side = item.code().charAt(0);
      builder.item(
          new RatingItem(
              side == 'M' ? List.of(1.0, 0.0) : side == 'L' ? List.of(0.0, 1.0) : List.of(.55, .55),
              competences.indexOf(item.competence()),
              side == 'M' ? 1 : side == 'L' ? -1 : 0,
              6));
    }
    RatingStructure structure = builder.build();
    RatingPriors.Builder priors =
        RatingPriors.builder(structure)
            .axisCorrelation(0, 1, .65)
            .competenceSd(.30)
            .sourceSd(.45)
            .slantSd(.35)
            .testletSd(.35)
            .severityShare(.3);
    for (int g = 1; g < HALO.length; g++) {
      priors.haloVariance(g, HALO[g]);
    }
    priors.self(.5, .25, HALO[0]);
    return new RatingModel(structure, parameters(structure, items), priors.build(), .80);
  }

  private static ItemParameters parameters(RatingStructure structure, List<Item> items) {
    ItemParameters.Builder builder = ItemParameters.builder(structure).commonShiftSd(.4);
    for (int i = 0; i < items.size(); i++) {
      // Four items a competence: the anchor, the second, another, the reversed one.
      double[] slope = {1.5, 1.35, 1.25, 1.05};
      double[] doubt = {.30, .35, .35, .40};
      double shift = i % 4 == 3 ? -.4 : 0;
      double[] thresholds = CENTRES.clone();
      for (int k = 0; k < thresholds.length; k++) {
        thresholds[k] += shift;
      }
      builder.item(i, slope[i % 4], thresholds);
      builder.uncertainty(i, new ItemUncertainty(doubt[i % 4], .5, .35, .2));
    }
    return builder.build();
  }

  private SubjectRatings ratings(UUID subject, RatingStructure structure) {
    SubjectRatings.Builder builder = SubjectRatings.builder(structure);
    List<RaterAnswers> panel =
        FIXTURE.base.database.read(FIXTURE.organisation, dsl -> AnswerSource.about(dsl, subject));
    for (String source : SOURCES) {
      for (RaterAnswers rater : panel) {
        if (rater.source().equals(source)) {
          int number = builder.rater(SOURCES.indexOf(source));
          for (int i = 0; i < FIXTURE.leadager.items().size(); i++) {
            Item item = FIXTURE.leadager.items().get(i);
            int answer = rater.values().getOrDefault(item.code(), 0);
            builder.rating(number, i, item.reversed() ? 7 - answer : answer);
          }
        }
      }
    }
    return builder.build();
  }
}
