package org.leadager.scores;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.leadager.engine.rating.Effect;
import org.leadager.engine.rating.ItemParameters;
import org.leadager.engine.rating.ItemUncertainty;
import org.leadager.engine.rating.RatingModel;
import org.leadager.engine.rating.RatingPriors;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instrument.Item;
import org.leadager.instruments.Parameters;
import org.leadager.instruments.Parameters.Slope;

/**
 * The rating model with an instrument's priors. Items stand at their prior means, and what is not
 * known about them is carried into every figure. Where the priors put the axes at another mean or
 * SD, weights and thresholds move instead: the engine's axes have mean 0 and SD 1.
 */
final class DayOneModel {
  private final Instrument instrument;
  private final Parameters parameters;
  private final RatingShape shape;

  private DayOneModel(Instrument instrument, Instrument.Form form, Parameters parameters) {
    this.instrument = instrument;
    this.parameters = parameters;
    List<String> kinds = Kinds.of(instrument);
    shape =
        RatingShape.of(
            instrument, form, parameters.axisSd(), kinds, effects(instrument, form, kinds));
  }

  static RoundModel of(Instrument instrument, Instrument.Form form, Parameters parameters) {
    DayOneModel dayOne = new DayOneModel(instrument, form, parameters);
    RatingModel model =
        new RatingModel(
            dayOne.shape.structure(),
            dayOne.items(),
            dayOne.priors(),
            Figures.Frequency.PROBABILITY);
    return new RoundModel(
        dayOne.shape,
        model,
        parameters.version(),
        "",
        parameters.provisional(),
        false,
        RatingShape.others(dayOne.shape.kinds()).size() == 1);
  }

  /** Whether these priors make a model: not every correlation can hold between three axes. */
  static boolean fits(Parameters parameters, int axes) {
    return (axes - 1) * parameters.correlation().centre() > -1 && parameters.severityShare() < 1;
  }

  private static Set<Effect> effects(
      Instrument instrument, Instrument.Form form, List<String> kinds) {
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    List<Item> items = RatingShape.scored(instrument, form);
    if (items.stream().anyMatch(i -> i.competence() != null)) {
      effects.add(Effect.COMPETENCE);
      effects.add(Effect.TESTLET);
    }
    if (RatingShape.hasSlant(items)) {
      effects.add(Effect.SLANT);
    }
    if (RatingShape.others(kinds).size() > 1) {
      effects.add(Effect.SOURCE);
    }
    return effects;
  }

  private ItemParameters items() {
    Parameters.Thresholds prior = parameters.thresholds();
    ItemParameters.Builder builder = ItemParameters.builder(shape.structure());
    for (int i = 0; i < shape.items().size(); i++) {
      Slope slope = parameters.slopes().of(shape.items().get(i));
      builder.item(i, slope.median(), thresholds(shape.items().get(i)));
      builder.uncertainty(
          i,
          new ItemUncertainty(
              slope.logSd(), prior.itemShiftSd(), prior.jitterSd(), prior.sourceShiftSd()));
    }
    return builder.commonShiftSd(prior.originSd()).build();
  }

  private double[] thresholds(Item item) {
    double shift = item.reversed() ? parameters.thresholds().reversedShift() : 0;
    double origin =
        parameters.axisMean() * item.weights().stream().mapToDouble(Double::doubleValue).sum();
    return parameters.thresholds().centre().stream().mapToDouble(b -> b + shift - origin).toArray();
  }

  private RatingPriors priors() {
    RatingPriors.Builder builder =
        RatingPriors.builder(shape.structure())
            .competenceSd(parameters.competenceSd())
            .sourceSd(parameters.sourceViewSd())
            .slantSd(parameters.slantSd())
            .testletSd(parameters.testletSd())
            .severityShare(parameters.severityShare());
    int axes = instrument.axes().size();
    for (int i = 0; i < axes; i++) {
      for (int j = 0; j < i; j++) {
        builder.axisCorrelation(i, j, parameters.correlation().centre());
      }
    }
    for (int g = 0; g < shape.kinds().size(); g++) {
      String kind = shape.kinds().get(g);
      if (kind.equals(Kinds.SELF)) {
        builder.self(parameters.leniencyMean(), parameters.leniencySd(), halo(kind));
      } else {
        builder.haloVariance(g, halo(kind));
      }
    }
    return builder.build();
  }

  /** The mean over the instrument's sources that the kind stands for. */
  private double halo(String kind) {
    return Kinds.sources(instrument, kind).stream()
        .mapToDouble(s -> parameters.haloVariance().get(s))
        .average()
        .orElseThrow();
  }
}
