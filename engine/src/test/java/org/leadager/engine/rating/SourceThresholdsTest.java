package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.TrueParameters;

/** From stage 2 on each source has thresholds of its own, near the others' where it says little. */
class SourceThresholdsTest {
  private static final TeamRound TEAM = new TeamRound(2);
  private static final RatingStructure STRUCTURE = TEAM.structure;
  private static final int ITEMS = STRUCTURE.items().size();
  private static final double SHIFT_SD = .2;
  private static final List<Integer> PANEL = List.of(0, 1, 1, 1, 2, 2, 2);

  /** 230 subjects with seven forms each: just above the 200 and 1,600 of stage 2. */
  private static final int ENOUGH = 230;

  private static ItemParameters believed(double shiftSd) {
    return TEAM.parameters(i -> new ItemUncertainty(.3, .5, .35, shiftSd), .4, -1, 0);
  }

  private static List<SubjectRatings> draw(ItemParameters truth, int subjects, long seed) {
    RatingSimulator simulator = new RatingSimulator(STRUCTURE, truth, TEAM.priors);
    List<SubjectRatings> out = new ArrayList<>();
    for (int p = 0; p < subjects; p++) {
      out.add(simulator.panel(PANEL, Draws.seeded(seed).branch(p)).ratings());
    }
    return out;
  }

  private static Calibrated fit(ItemParameters prior, List<SubjectRatings> subjects) {
    VariancePriors variances = new VariancePriors(TEAM.priors, .25, .4, .2);
    return (Calibrated)
        RatingCalibration.of(STRUCTURE).items(prior).variances(variances).fit(subjects);
  }

  @Test
  void shiftsAreRecoveredWithinTheirErrors() {
    double squares = 0;
    double own = 0;
    double shared = 0;
    int n = 0;
    for (int replicate = 0; replicate < 3; replicate++) {
      ItemParameters truth =
          TrueParameters.draw(STRUCTURE, believed(SHIFT_SD), Draws.seeded(40 + replicate));
      List<SubjectRatings> subjects = draw(truth, ENOUGH, 50 + replicate);
      Calibrated c = fit(believed(SHIFT_SD), subjects);
      Calibrated pooled = fit(believed(0), subjects);
      assertThat(c.converged()).isTrue();
      for (int i = 0; i < ITEMS; i++) {
        double sd = c.parameters().uncertainty(i).sourceShiftSd();
        assertThat(sd).isBetween(.03, SHIFT_SD);
        for (int g = 0; g < 3; g++) {
          double error = contrast(c.parameters(), i, g) - contrast(truth, i, g);
          // A source's shift against the mean of three: variance 2/3 of one shift's.
          squares += error * error / (sd * sd * 2 / 3);
          own += error * error;
          shared += Math.pow(contrast(pooled.parameters(), i, g) - contrast(truth, i, g), 2);
          n++;
        }
      }
    }
    // 48 free contrasts: a mean square has the error √(2/48) = .20; three of them.
    assertThat(squares / n).isCloseTo(1, within(.6));
    assertThat(own).isLessThan(.8 * shared);
  }

  /** How much higher a source's first threshold lies than the sources' mean. */
  private static double contrast(ItemParameters items, int i, int source) {
    double mean = 0;
    for (int g = 0; g < 3; g++) {
      mean += items.threshold(i, g, 0) / 3;
    }
    return items.threshold(i, source, 0) - mean;
  }

  @Test
  void fewerSubjectsLeaveTheSourcesTogether() {
    Calibrated c = fit(believed(SHIFT_SD), draw(TEAM.certain, 60, 7));
    for (int i = 0; i < ITEMS; i++) {
      assertThat(c.parameters().thresholds(i, 1)).isEqualTo(c.parameters().thresholds(i, 0));
      assertThat(c.parameters().uncertainty(i).sourceShiftSd()).isEqualTo(SHIFT_SD);
    }
  }

  @Test
  void anInstrumentWithoutParametersGetsThemToo() {
    Calibrated c = (Calibrated) RatingCalibration.of(STRUCTURE).fit(draw(TEAM.certain, ENOUGH, 9));
    assertThat(c.converged()).isTrue();
    for (int i = 0; i < ITEMS; i++) {
      for (int g = 0; g < 3; g++) {
        // Nothing differs in truth; a prior of .2 lets chance move shifts by less than that.
        assertThat(contrast(c.parameters(), i, g)).isCloseTo(0, within(3 * SHIFT_SD));
      }
      assertThat(c.parameters().uncertainty(i).sourceShiftSd()).isBetween(.03, SHIFT_SD);
    }
  }
}
