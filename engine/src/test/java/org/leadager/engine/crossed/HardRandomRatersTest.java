package org.leadager.engine.crossed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetModel;
import org.leadager.engine.facets.FacetResult.Fitted;

/** Places and forms that once spoilt what came after them. */
class HardRandomRatersTest {
  private static final double[] SEVERITY = {-3, -1, 1, 3};
  private final SplittableRandom random = new SplittableRandom(3);

  /** SDs near 0 put far-off raters beyond all nodes, and what they then say is no number. */
  @Test
  void aPlaceThatFailsLeavesNothingBehind() {
    List<String> who = new ArrayList<>();
    List<String> by = new ArrayList<>();
    double[][] y = new double[3][2000 * SEVERITY.length];
    for (int s = 0; s < 2000; s++) {
      double theta = 3 * random.nextGaussian();
      for (int r = 0; r < SEVERITY.length; r++) {
        for (double[] item : y) {
          item[who.size()] = answer(theta - SEVERITY[r]);
        }
        who.add("s" + s);
        by.add("r" + r);
      }
    }
    Forms forms = new Forms(ratings(y, who, by));
    int[] categories = {5, 5, 5};
    RandomObjective used = new RandomObjective(forms, StepModel.GRADED, categories);
    double[] good = {-1.5, -.5, .5, 1.5, -1.5, -.5, .5, 1.5, -1.5, -.5, .5, 1.5, 3, 2};
    double[] narrow = good.clone();
    narrow[12] = .1;
    narrow[13] = .1;
    double first = used.at(good).value;
    assertThat(first).isFinite();
    assertThat(used.at(narrow).value).isGreaterThan(first);
    assertThat(used.at(good).value).isCloseTo(first, within(1e-6 * first));
  }

  @Test
  void whoHasNoAnswersIsNoSetOfTheirOwnAndDoesNotCount() {
    List<String> who = new ArrayList<>();
    List<String> by = new ArrayList<>();
    double[][] y = new double[1][162];
    for (int s = 0; s < 40; s++) {
      double theta = 1.2 * random.nextGaussian();
      for (int n = 0; n < 4; n++) {
        int r = (s + n) % 12;
        y[0][who.size()] = answer(theta - SEVERITY[r % 4] / 3);
        who.add("s" + s);
        by.add("r" + r);
      }
    }
    y[0][160] = Double.NaN;
    who.add("s1");
    by.add("silent");
    y[0][161] = Double.NaN;
    who.add("not rated");
    by.add("r1");
    Fitted fit = (Fitted) RandomRaters.fit(ratings(y, who, by), FacetModel.GRADED);
    assertThat(fit.warnings()).isEmpty();
    double bic = fit.deviance() + Math.log(40) * fit.parameters();
    assertThat(fit.bic()).isCloseTo(bic, within(1e-9));
  }

  private double answer(double eta) {
    double u = random.nextDouble();
    return Math.clamp(Math.round(2 + eta + Math.log(u / (1 - u))), 0, 4);
  }

  private static Ratings ratings(double[][] y, List<String> who, List<String> by) {
    List<String> names = List.of("a", "b", "c").subList(0, y.length);
    return new Ratings(ItemResponses.of(names, y), Grouping.of(who), Grouping.of(by));
  }
}
