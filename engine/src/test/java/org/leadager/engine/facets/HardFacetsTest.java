package org.leadager.engine.facets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetResult.Fitted;
import org.leadager.engine.facets.FacetResult.Refused;

/** Data that leave something undetermined: refused with advice, or fitted with a warning. */
@ParameterizedClass
@EnumSource(FacetModel.class)
class HardFacetsTest {
  private static final double NONE = Double.NaN;
  private final SplittableRandom random = new SplittableRandom(11);
  private final FacetModel model;

  HardFacetsTest(FacetModel model) {
    this.model = model;
  }

  private interface Answer {
    double of(int subject, int rater, int item);
  }

  private FacetResult fit(int subjects, int raters, int items, Answer answer) {
    return ManyFacet.fit(ratings(subjects, raters, items, answer), model);
  }

  private static Ratings ratings(int subjects, int raters, int items, Answer answer) {
    List<String> who = new ArrayList<>();
    List<String> by = new ArrayList<>();
    double[][] y = new double[items][subjects * raters];
    for (int s = 0; s < subjects; s++) {
      for (int r = 0; r < raters; r++) {
        for (int i = 0; i < items; i++) {
          y[i][who.size()] = answer.of(s, r, i);
        }
        who.add("s" + s);
        by.add("r" + r);
      }
    }
    return ratings(who, by, y);
  }

  private FacetResult fit(List<String> who, List<String> by, double[][] y) {
    return ManyFacet.fit(ratings(who, by, y), model);
  }

  private static Ratings ratings(List<String> who, List<String> by, double[][] y) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < y.length; i++) {
      names.add("item" + i);
    }
    return new Ratings(ItemResponses.of(names, y), Grouping.of(who), Grouping.of(by));
  }

  /** 0 to 2, by standing and chance. */
  private double usual(int subject) {
    return Math.clamp(subject % 3 + random.nextInt(3) - 1, 0, 2);
  }

  private static void refused(FacetResult result, String reason) {
    assertThat(result).isInstanceOf(Refused.class);
    assertThat(((Refused) result).reason()).contains(reason);
  }

  /** Converged, and every number there unless a warning says why not. */
  private static Fitted sound(FacetResult result) {
    assertThat(result).isInstanceOf(Fitted.class);
    Fitted fit = (Fitted) result;
    assertThat(fit.converged()).isTrue();
    assertThat(fit.deviance()).isFinite();
    assertThat(fit.variance()).isFinite();
    assertThat(fit.items()).allMatch(i -> Double.isFinite(i.difficulty() + i.se()));
    assertThat(fit.subjects()).allMatch(s -> Double.isFinite(s.standing() + s.se()));
    if (fit.warnings().stream().noneMatch(w -> w.contains("left out"))) {
      assertThat(fit.raters()).allMatch(r -> Double.isFinite(r.severity() + r.se()));
    }
    return fit;
  }

  @Test
  void twoRatersAreEnough() {
    assertThat(sound(fit(60, 2, 3, (s, r, i) -> usual(s))).warnings()).isEmpty();
  }

  @Test
  void theDoubtAboutARaterWithOneAnswerIsSharedOut() {
    Fitted fit = sound(fit(60, 3, 2, (s, r, i) -> r < 2 ? usual(s) : s + i == 0 ? 1 : Double.NaN));
    assertThat(fit.raters().get(2).answers()).isEqualTo(1);
    // The sum is 0: of a doubt x about the third, 2x/3 is its own and −x/3 goes to each other.
    double ratio = fit.raters().get(2).se() / fit.raters().get(0).se();
    assertThat(ratio).isBetween(1.9, 2.0);
  }

  @Test
  void aRaterWithOneExtremeAnswerIsLeftOut() {
    Fitted fit = sound(fit(60, 3, 2, (s, r, i) -> r < 2 ? usual(s) : s + i == 0 ? 2 : Double.NaN));
    assertThat(fit.raters().get(2).severity()).isNaN();
    assertThat(fit.warnings()).anyMatch(w -> w.startsWith("1 rater gave only lowest"));
  }

  @Test
  void whoGaveAndGotNoAnswersChangesNothing() {
    Answer answer = (s, r, i) -> Math.clamp(s % 3 + (s + r + i * s) % 3 - 1, 0, 2);
    Fitted fit = sound(fit(60, 2, 3, answer));
    Fitted more = sound(fit(70, 4, 3, (s, r, i) -> s < 60 && r < 2 ? answer.of(s, r, i) : NONE));
    assertThat(more.warnings()).containsExactly("2 raters gave no answer: no severity, left out.");
    assertThat(more.raters().get(3).severity()).isNaN();
    assertThat(more.deviance()).isCloseTo(fit.deviance(), within(1e-5));
    assertThat(more.bic()).isCloseTo(fit.bic(), within(1e-5));
    assertThat(more.subjects().get(65).answers()).isZero();
  }

  @Test
  void anUnusedCategoryIsNoCategory() {
    Fitted fit = sound(fit(60, 2, 2, (s, r, i) -> i == 0 ? usual(s) : 2 * (int) (usual(s) / 2)));
    assertThat(fit.items().get(1).thresholds()).hasSize(1);
  }

  @Test
  void whatCannotBeEstimatedIsRefusedWithAdvice() {
    refused(fit(60, 2, 2, (s, r, i) -> i == 0 ? usual(s) : 1), "item1 has fewer than two");
    refused(fit(60, 2, 2, (s, r, i) -> 1), "leave it out");
    refused(fit(60, 2, 2, (s, r, i) -> Double.NaN), "leave it out");
    refused(fit(1, 20, 3, (s, r, i) -> random.nextInt(3)), "add subjects");
    refused(fit(60, 2, 2, (s, r, i) -> r == 0 ? 2 : usual(s)), "leave the raters out");
    refused(fit(60, 3, 2, (s, r, i) -> r < 2 ? Math.min(1, usual(s)) : 2), "join the answer with");
  }

  @Test
  void ratersWithoutASharedItemAreRefused() {
    refused(fit(60, 2, 2, (s, r, i) -> r == i ? usual(s) : Double.NaN), "without a shared item");
  }

  @Test
  void ratersWithoutASharedCategoryAreRefused() {
    refused(fit(60, 2, 2, (s, r, i) -> 2 * r + random.nextInt(2)), "no finite maximum");
  }

  @Test
  void subjectsWhoseAnswersAreAllAlikeAreRefused() {
    refused(fit(60, 3, 4, (s, r, i) -> s % 2), "no finite maximum");
  }

  @Test
  void repeatedFormsAreSaid() {
    List<String> who = new ArrayList<>();
    List<String> by = new ArrayList<>();
    double[][] y = new double[2][122];
    for (int row = 0; row < 122; row++) {
      who.add("s" + row % 120 / 2);
      by.add("r" + row % 2);
      y[0][row] = usual(row / 2);
      y[1][row] = usual(row / 2);
    }
    assertThat(sound(fit(who, by, y)).warnings()).anyMatch(w -> w.startsWith("4 answers"));
  }

  @Test
  void aHundredCategoriesKeepTheLikelihoodFiniteAndRising() {
    List<String> who = new ArrayList<>();
    List<String> by = new ArrayList<>();
    double[][] y = new double[1][200];
    for (int row = 0; row < 200; row++) {
      who.add("s" + row / 2);
      by.add("r" + row % 2);
      y[0][row] = row % 2 == 0 ? row / 2 : Math.clamp(row / 2 + random.nextInt(41) - 20, 0, 99);
    }
    FacetData data = new FacetData(ratings(who, by, y));
    assertThat(data.categories(0)).isEqualTo(ItemResponses.MAX_CATEGORIES);
    FacetEm em = new FacetEm(data, 61, 8);
    FacetState state = new FacetState(data, model.categories());
    double first = em.expect(state);
    for (int pass = 0; pass < 30; pass++) {
      state = em.maximise(state);
      assertThat(em.expect(state)).isFinite();
    }
    assertThat(em.expect(state)).isGreaterThan(first);
  }

  /** log E exp(n(θ − 220)) = −220n + n²σ²/2, for n high answers to items of difficulty 220. */
  @Test
  void answersTooUnlikelyForAProductOfChancesKeepTheirLikelihood() {
    FacetData data = new FacetData(ratings(3, 2, 20, (s, r, i) -> (s + r + i) % 2));
    FacetState state = new FacetState(data, model.categories());
    Arrays.fill(state.x, 0, 20, -220);
    state.x[state.size - 1] = Math.log(.1);
    FacetEm em = new FacetEm(data, 161, 8);
    assertThat(em.expect(state)).isCloseTo(3 * (-220 * 20 + 2), within(1e-6));
    assertThat(em.moments(0)[0]).isCloseTo(.2, within(1e-9));
  }

  /**
   * No better grid may be found, and then posteriors and log L are those of the state as it was.
   */
  @Test
  void wakingLeavesTheStateAsItIs() {
    FacetData data = new FacetData(ratings(60, 2, 3, (s, r, i) -> usual(s)));
    FacetState state = new FacetState(data, model.categories());
    state.x[state.size - 1] = Math.log(.01);
    FacetState woken = FacetGrid.woken(new FacetEm(data, 61, 8), state).orElseThrow();
    assertThat(woken.sigma()).isGreaterThan(.1);
    assertThat(state.sigma()).isCloseTo(.01, within(1e-12));
  }

  @Test
  void beyondTheLimitErrorsAreNotGivenAndThatIsSaid() {
    List<String> who = new ArrayList<>();
    List<String> by = new ArrayList<>();
    int n = 5100;
    double[][] y = new double[3][2 * n];
    for (int row = 0; row < 2 * n; row++) {
      int s = row / 2;
      who.add("s" + s);
      by.add("r" + (s + row % 2 * 7) % n);
      for (double[] column : y) {
        column[row] = usual(s);
      }
    }
    Fitted fit = (Fitted) fit(who, by, y);
    assertThat(fit.converged()).isTrue();
    assertThat(fit.raters()).allMatch(r -> Double.isNaN(r.se()));
    assertThat(fit.warnings()).anyMatch(w -> w.contains("no standard errors"));
  }
}
