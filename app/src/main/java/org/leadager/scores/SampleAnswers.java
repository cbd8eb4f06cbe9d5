package org.leadager.scores;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leadager.engine.simulate.Draws;
import org.leadager.engine.simulate.RatingSimulator;
import org.leadager.engine.simulate.SubjectTruth;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Parameters;

/**
 * Answers that nobody gave, for a sample that says so: drawn from the rating model with the
 * instrument's day-one parameters, the same for a seed everywhere.
 */
public final class SampleAnswers {
  /** How many answers in a hundred are "not able to judge" instead. */
  private static final int UNABLE_PERCENT = 4;

  /** How far subjects lie apart on an amount item, and raters of one subject, as SDs. */
  private static final double AMOUNT_SD = .8;

  private static final double AMOUNT_RATER_SD = .9;

  private final Instrument instrument;
  private final RoundModel model;
  private final RatingSimulator simulator;

  /**
   * Draws for one form of an instrument.
   *
   * @throws IllegalArgumentException where the instrument comes without parameters
   */
  public SampleAnswers(Instrument instrument, Instrument.Form form) {
    Parameters parameters = instrument.parameters();
    if (parameters == null) {
      throw new IllegalArgumentException(instrument.code() + " comes without parameters");
    }
    this.instrument = instrument;
    this.model = DayOneModel.of(instrument, form, parameters);
    this.simulator =
        new RatingSimulator(
            model.shape().structure(), model.model().parameters(), model.model().priors());
  }

  /**
   * The answers of one panel.
   *
   * @param axes the subject's true level on each axis, 0 being the average and 1 its SD
   * @param sources codes of the instrument's sources, one for each rater
   * @return for each rater the answers by item code, as given; absent where not able to judge
   */
  public List<Map<String, Integer>> draw(List<Double> axes, List<String> sources, long seed) {
    Draws draws = Draws.seeded(seed);
    SubjectTruth subject = simulator.subject(axes, draws);
    List<Double> amounts = amounts(draws);
    List<Map<String, Integer>> panel = new ArrayList<>();
    for (String source : sources) {
      Instrument.Source known = instrument.source(source).orElseThrow();
      int index = model.shape().source(Kinds.of(known.group()));
      List<Integer> drawn = simulator.answers(subject, simulator.rater(index, draws), draws);
      panel.add(given(drawn, amounts, draws));
    }
    return panel;
  }

  private List<Double> amounts(Draws draws) {
    List<Double> means = new ArrayList<>();
    Instrument.Amounts asked = instrument.amounts();
    for (int i = 0; asked != null && i < asked.items().size(); i++) {
      means.add(AMOUNT_SD * draws.normal());
    }
    return means;
  }

  private Map<String, Integer> given(List<Integer> drawn, List<Double> amounts, Draws draws) {
    Map<String, Integer> answers = new HashMap<>();
    for (int i = 0; i < drawn.size(); i++) {
      if (draws.below(100) >= UNABLE_PERCENT) {
        answers.put(model.shape().items().get(i).code(), model.shape().turned(i, drawn.get(i)));
      }
    }
    Instrument.Amounts asked = instrument.amounts();
    for (int i = 0; asked != null && i < amounts.size(); i++) {
      long felt = Math.round(amounts.get(i) + AMOUNT_RATER_SD * draws.normal());
      answers.put(asked.items().get(i).code(), Math.clamp(felt, asked.min(), asked.max()));
    }
    return answers;
  }
}
