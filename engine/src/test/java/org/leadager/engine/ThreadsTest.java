package org.leadager.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.crossed.CrossedGaussian;
import org.leadager.engine.crossed.CrossedOrdinal;
import org.leadager.engine.crossed.CrossedRatings;
import org.leadager.engine.crossed.CrossedResult;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetModel;
import org.leadager.engine.facets.FacetResult;
import org.leadager.engine.facets.ManyFacet;
import org.leadager.engine.fit.Eap;
import org.leadager.engine.fit.LimitedInformation;
import org.leadager.engine.fit.Residuals;
import org.leadager.engine.fit.SumScoreFit;
import org.leadager.engine.fit.TraitScores;
import org.leadager.engine.model.Graded;

/**
 * One thread, two and five give not only the same answer to 1e-12 but the same bits: numbers in
 * lists and records are compared by them. (The rating model's calibration: RatingCalibrationTest.)
 */
class ThreadsTest {
  private static final Calibration GRADED = graded();

  private static Calibration graded() {
    return (Calibration) new Calibrator(new Graded()).fit(Reference.lq2002());
  }

  /** Streams that run in parallel use the threads of the pool they were started in. */
  private static <T> T on(int threads, Callable<T> work) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return pool.submit(work).join();
    }
  }

  private static Object sameBits(Callable<?> work) {
    Object one = on(1, work);
    assertThat(on(2, work)).isEqualTo(one);
    assertThat(on(5, work)).isEqualTo(one);
    return one;
  }

  @Test
  void calibrationAndItsErrors() {
    sameBits(() -> {
      Calibration fitted = graded();
      return List.of(fitted.items(), fitted.covariance(), fitted.fit());
    });
  }

  @Test
  void scores() {
    int rows = GRADED.responses().rows();
    sameBits(() -> {
      Eap eap = Eap.of(GRADED);
      TraitScores points = new TraitScores(GRADED);
      return IntStream.range(0, rows)
          .parallel()
          .mapToObj(r -> List.of(eap.mean(r, 0), eap.error(r, 0), points.map(r), points.ml(r)))
          .toList();
    });
  }

  @Test
  void statementsAboutFit() {
    sameBits(() -> {
      Residuals residuals = Residuals.of(GRADED);
      List<Double> byItem =
          IntStream.range(0, GRADED.items().size()).mapToObj(residuals::itemInfit).toList();
      return List.of(LimitedInformation.of(GRADED), List.of(SumScoreFit.of(GRADED)), byItem);
    });
  }

  @Test
  void manyFacets() {
    Ratings ratings =
        new Ratings(
            Reference.items("ptam4.csv", 2),
            Reference.grouping("ptam4.csv", 0),
            Reference.grouping("ptam4.csv", 1));
    for (FacetModel model : FacetModel.values()) {
      assertThat(sameBits(() -> ManyFacet.fit(ratings, model)))
          .isInstanceOf(FacetResult.Fitted.class);
    }
  }

  @Test
  void crossedEffects() {
    ItemResponses items = Reference.items("ptam4.csv", 2);
    double[] first = IntStream.range(0, items.rows()).mapToDouble(r -> items.value(r, 0)).toArray();
    CrossedRatings ratings =
        CrossedRatings.of(
            first, Reference.grouping("ptam4.csv", 1), Reference.grouping("ptam4.csv", 0));
    assertThat(sameBits(() -> CrossedGaussian.fit(ratings)))
        .isInstanceOf(CrossedResult.Gaussian.class);
    assertThat(sameBits(() -> CrossedOrdinal.fit(ratings)))
        .isInstanceOf(CrossedResult.Ordinal.class);
  }
}
