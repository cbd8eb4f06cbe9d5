package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Estimates an instrument's item parameters and the model's variances from many subjects' ratings,
 * by penalised marginal likelihood; every subject's unknowns are integrated out by expectation
 * propagation.
 *
 * <p>Each axis has mean 0 and variance 1 over the subjects given: origin and unit are that set's.
 * Without {@link #items prior parameters} the answers decide, helped only by the set's own category
 * frequencies. Thresholds are shared by all sources until the {@link LearningStage} allows
 * otherwise: then each source's may be shifted, by little where its answers are few. Subjects' own
 * ratings are left out. Equation, source, oracle and limits: docs/methods/rating-calibration.md.
 */
public final class RatingCalibration {
  /** Slopes of one instrument are of one order: spread of ln a around their own mean. */
  private static final double OWN_LOG_SLOPE_SD = .5;

  /** Large sets start from where about so many of their subjects lead, and Newton does the rest. */
  private static final int WARM_UP = 2000;

  private final RatingStructure structure;
  private @Nullable ItemParameters items;
  private VariancePriors variances;
  private boolean parallel = true;

  private RatingCalibration(RatingStructure structure) {
    this.structure = structure;
    variances = VariancePriors.weak(structure);
  }

  /** A calibration in which the answers decide. */
  public static RatingCalibration of(RatingStructure structure) {
    return new RatingCalibration(structure);
  }

  /**
   * Uses these item parameters as prior medians and their uncertainty as prior spread.
   *
   * @param prior parameters with thresholds shared by all sources; every item's SDs of ln a and of
   *     single thresholds are positive
   */
  public RatingCalibration items(ItemParameters prior) {
    for (int i = 0; i < prior.items(); i++) {
      Check.positive(prior.uncertainty(i).logSlopeSd(), "the prior SD of a log slope");
      Check.positive(prior.uncertainty(i).jitterSd(), "the prior SD of a threshold");
      for (int g = 1; g < structure.sources(); g++) {
        Check.that(
            Arrays.equals(prior.row(i, g), prior.row(i, 0)),
            "the prior thresholds of item " + i + " must be the same for all sources");
      }
    }
    items = prior;
    return this;
  }

  /** Uses these priors of the variances instead of {@link VariancePriors#weak}. */
  public RatingCalibration variances(VariancePriors prior) {
    variances = prior;
    return this;
  }

  /** Whether to use all processors (default) or one; the answer is the same. */
  public RatingCalibration parallel(boolean all) {
    parallel = all;
    return this;
  }

  /** Calibrates on these subjects; the lists are only read. */
  public CalibrationOutcome fit(List<SubjectRatings> subjects) {
    CalibrationSample sample = new CalibrationSample(structure, subjects);
    OwnFrequencies own = new OwnFrequencies(structure, sample.count, variances.centre());
    ItemParameters base = items == null ? own.parameters() : items;
    List<Cells> cells = sample.subjects(new ModelTerms(structure, base, variances.centre()));
    Optional<String> refusal = sample.refusal(cells);
    if (refusal.isPresent()) {
      return new CalibrationOutcome.NotEnough(refusal.get());
    }
    CalibrationLayout layout =
        new CalibrationLayout(
            structure,
            base,
            variances,
            sample.usable,
            sample.haloFree(cells),
            SourceShifts.of(structure, items, cells));
    ItemPenalty penalty =
        items == null
            ? ItemPenalty.own(layout, OWN_LOG_SLOPE_SD, own.extra())
            : ItemPenalty.given(layout, own.extra());
    CalibrationStep step = new CalibrationStep(layout, variances, penalty);
    return search(layout, step, cells, sample);
  }

  private CalibrationOutcome search(
      CalibrationLayout layout, CalibrationStep step, List<Cells> cells, CalibrationSample sample) {
    boolean large = cells.size() > 2 * WARM_UP;
    List<Cells> some = large ? some(cells) : cells;
    ExpectationStep few = new ExpectationStep(structure, some, parallel, layout.shifts.any());
    CalibrationInformation information = new CalibrationInformation(layout, step, few);
    CalibrationSearch search =
        new CalibrationSearch(layout, few, step, information, layout.start(), false);
    search.run();
    if (large) {
      ExpectationStep all = new ExpectationStep(structure, cells, parallel, layout.shifts.any());
      information = new CalibrationInformation(layout, step, all);
      search = new CalibrationSearch(layout, all, step, information, search.x, true);
      search.run();
    }
    return new CalibrationReport(layout, search, sample).outcome(information, cells);
  }

  /** Drawn, not every so manieth: forms may follow a pattern. The same ones each time. */
  private static List<Cells> some(List<Cells> cells) {
    List<Cells> drawn = new ArrayList<>(cells);
    Collections.shuffle(drawn, new Random(1));
    return List.copyOf(drawn.subList(0, WARM_UP));
  }
}
