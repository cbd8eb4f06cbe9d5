package org.leadager.studies;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.leadager.engine.crossed.CrossedGaussian;
import org.leadager.engine.crossed.CrossedOrdinal;
import org.leadager.engine.crossed.CrossedRatings;
import org.leadager.engine.crossed.CrossedResult;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetModel;
import org.leadager.engine.facets.FacetResult;
import org.leadager.engine.facets.ManyFacet;
import org.leadager.engine.model.PartialCredit;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.ItemTruth;
import org.leadager.engine.simulate.ResponseSimulator;
import org.leadager.engine.simulate.TypicalItems;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Raters who rate several subjects each: many-facet, and crossed effects on one item's answers. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RaterBenchmark {
  static final int FORMS = 12_000;
  static final int ITEMS = 3;
  private static final int EACH = 4;
  private static final int RATERS = 300;

  private final Ratings ratings = simulate();
  private final CrossedRatings crossed = firstItem();

  /** Every subject has {@link #EACH} of {@link #RATERS} raters, whose severity has an SD of .5. */
  private static Ratings simulate() {
    PartialCredit model = new PartialCredit();
    Draws draws = Draws.seeded(3);
    List<ItemTruth> items = TypicalItems.draw(model, ITEMS, 1, 4, draws);
    ResponseSimulator simulator = new ResponseSimulator(model, items, new double[][] {{1}});
    ItemResponses.Builder answers =
        new ItemResponses.Builder(items.stream().map(ItemTruth::name).toList());
    Grouping.Builder subjects = new Grouping.Builder();
    Grouping.Builder raters = new Grouping.Builder();
    for (int s = 0; s < FORMS / EACH; s++) {
      Draws own = draws.branch(s);
      double[] person = simulator.person(own);
      int first = own.below(RATERS);
      for (int r = 0; r < EACH; r++) {
        int rater = (first + r * (1 + s % 7)) % RATERS;
        double severity = .5 * draws.branch(-1L - rater).normal();
        int[] row = simulator.answers(new double[] {person[0] - severity}, own);
        for (int i = 0; i < ITEMS; i++) {
          answers.add(i, row[i]);
        }
        subjects.add("s" + s);
        raters.add("r" + rater);
      }
    }
    return new Ratings(answers.build(), subjects.build(), raters.build());
  }

  private CrossedRatings firstItem() {
    double[] answers = new double[FORMS];
    for (int r = 0; r < FORMS; r++) {
      answers[r] = ratings.answers().value(r, 0);
    }
    return CrossedRatings.of(answers, ratings.raters(), ratings.subjects());
  }

  @Benchmark
  public FacetResult manyFacet() {
    return ManyFacet.fit(ratings, FacetModel.PARTIAL_CREDIT);
  }

  @Benchmark
  public CrossedResult crossedGaussian() {
    return CrossedGaussian.fit(crossed);
  }

  @Benchmark
  public CrossedResult crossedOrdinal() {
    return CrossedOrdinal.fit(crossed);
  }
}
