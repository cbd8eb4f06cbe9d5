package org.leadager.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.ItemModel;
import org.leadager.engine.model.RatingScale;

/** Errors that let forms about one subject depend on each other. */
class ClusteredErrorsTest {
  private static final ItemResponses LEAD = Reference.lq2002();
  private static final Grouping COMPANIES = Reference.grouping("lq2002.csv", 0);

  private static Calibration fit(ItemModel model, ItemResponses y, Design design) {
    return (Calibration) new Calibrator(model).fit(y, design);
  }

  private static Design single(ItemResponses y) {
    return Design.of(LoadingPattern.single(y.items()));
  }

  /** By item slopes, then intercepts; at the end every group's mean and variance. */
  private static double[] clustered(Calibration fit) {
    ClusteredErrors errors = fit.clustered().orElseThrow();
    List<Double> all = new ArrayList<>();
    errors
        .items()
        .forEach(i -> {
          all.addAll(i.slopes());
          all.addAll(i.intercepts());
        });
    errors
        .groups()
        .forEach(g -> {
          all.addAll(g.mean());
          all.addAll(g.covariance().getFirst());
        });
    return all.stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Test
  void areThoseOfTheScoresOfThePlainMarginalLikelihood() {
    ItemResponses y = LEAD.select(List.of(0, 3, 5));
    List<String> half = IntStream.range(0, y.rows()).mapToObj(r -> r % 3 == 0 ? "a" : "b").toList();
    Grouping halves = Grouping.of(half);
    Calibration fit =
        (Calibration)
            new Calibrator(new Graded())
                .tolerance(1e-9)
                .grid(Quadrature.grid(1, 241, 9))
                .fit(y, single(y).groups(halves).clusters(COMPANIES));
    PlainMarginal plain = new PlainMarginal(y, halves, fit);
    double[] expected = plain.clustered(plain.at(fit), COMPANIES);
    double[] here = clustered(fit);
    assertThat(fit.clustered().orElseThrow().clusters()).isEqualTo(49);
    // The first group's mean and variance are fixed.
    int items = expected.length - 2;
    assertThat(here[items]).isZero();
    assertThat(here[items + 1]).isZero();
    for (int a = 0; a < expected.length; a++) {
      assertThat(here[a < items ? a : a + 2]).isCloseTo(expected[a], within(5e-4));
    }
  }

  /** Copies of a row tell nothing new: in a cluster with its copies it is one row. */
  @Test
  void rowsThatAreCopiedStayAsUncertainAsTheyWere() {
    for (ItemModel model : List.of(new Graded(), new RatingScale())) {
      ItemResponses y = LEAD.select(List.of(0, 1, 2, 3));
      int n = y.rows();
      double[][] twice = new double[4][2 * n];
      for (int i = 0; i < 4; i++) {
        for (int r = 0; r < 2 * n; r++) {
          twice[i][r] = y.value(r % n, i);
        }
      }
      Grouping each = Grouping.of(labels(n, n));
      double[] once = clustered(fit(model, y, single(y).clusters(each)));
      ItemResponses copied = ItemResponses.of(y.names(), twice);
      Grouping pairs = Grouping.of(labels(2 * n, n));
      double[] both = clustered(fit(model, copied, single(copied).clusters(pairs)));
      assertThat(both).containsExactly(once, within(1e-6));
    }
  }

  private static List<String> labels(int rows, int subjects) {
    return IntStream.range(0, rows).mapToObj(r -> "s" + r % subjects).toList();
  }

  /**
   * Eight forms about each of 150 subjects share four fifths of their variance. Over 150 tables the
   * spread of an estimate is known to 6%, of the mean over the 20 parameters somewhat better; the
   * errors by subject must lie within 15% of it, and those by form far below.
   */
  @Test
  void areAsLargeAsEstimatesSpreadOverSubjectsDrawnAnew() {
    SplittableRandom random = new SplittableRandom(17);
    int tables = 150;
    double[] sum = new double[20];
    double[] square = new double[20];
    double[] errors = new double[20];
    double[] naive = new double[20];
    for (int t = 0; t < tables; t++) {
      ItemResponses y = forms(150, 8, random);
      Calibration fit = fit(new Graded(), y, single(y).clusters(Grouping.of(labels(1200, 150))));
      double[] se = clustered(fit);
      int at = 0;
      for (ItemParameters item : fit.items()) {
        List<Double> values = new ArrayList<>(item.slopes());
        List<Double> by = new ArrayList<>(item.slopeErrors());
        values.addAll(item.intercepts());
        by.addAll(item.interceptErrors());
        for (int a = 0; a < values.size(); a++, at++) {
          sum[at] += values.get(a) / tables;
          square[at] += values.get(a) * values.get(a) / tables;
          errors[at] += se[at] / tables;
          naive[at] += by.get(a) / tables;
        }
      }
    }
    double ratio = 0;
    double before = 0;
    for (int a = 0; a < 20; a++) {
      double spread = Math.sqrt(square[a] - sum[a] * sum[a]);
      ratio += errors[a] / spread / 20;
      before += naive[a] / spread / 20;
    }
    assertThat(ratio).isCloseTo(1, within(0.15));
    assertThat(before).isLessThan(0.75);
  }

  /** Five items with four answers; θ of a form = subject's + rater's part. */
  private static ItemResponses forms(int subjects, int per, SplittableRandom random) {
    double[][] y = new double[5][subjects * per];
    double[] subject = new double[subjects];
    for (int s = 0; s < subjects; s++) {
      subject[s] = Math.sqrt(0.8) * random.nextGaussian();
    }
    for (int r = 0; r < subjects * per; r++) {
      double theta = subject[r % subjects] + Math.sqrt(0.2) * random.nextGaussian();
      for (int i = 0; i < 5; i++) {
        double eta = (1 + 0.2 * i) * theta - Math.log(1 / random.nextDouble() - 1);
        y[i][r] = eta < -1.2 ? 0 : eta < 0.2 * i ? 1 : eta < 1.5 ? 2 : 3;
      }
    }
    return ItemResponses.of(List.of("a", "b", "c", "d", "e"), y);
  }
}
