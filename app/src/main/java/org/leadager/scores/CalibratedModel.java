package org.leadager.scores;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leadager.engine.rating.CalibrationOutcome;
import org.leadager.engine.rating.CalibrationOutcome.Calibrated;
import org.leadager.engine.rating.Effect;
import org.leadager.engine.rating.ItemParameters;
import org.leadager.engine.rating.ItemUncertainty;
import org.leadager.engine.rating.RatingCalibration;
import org.leadager.engine.rating.RatingModel;
import org.leadager.engine.rating.RatingPriors;
import org.leadager.engine.rating.RatingStructure;
import org.leadager.engine.rating.SubjectRatings;
import org.leadager.instruments.Instrument.Item;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rating model of an instrument without parameters, from the round's own admitted answers:
 * origin and unit of each axis are those of the round's subjects. The same answers give the same
 * bits, so a round that was cut short goes on with the same parameters.
 */
final class CalibratedModel {
  private static final Logger log = LoggerFactory.getLogger(CalibratedModel.class);

  private final RoundScope scope;
  private final List<String> kinds;
  private final List<SubjectRatings> subjects = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private CalibratedModel(RoundScope scope) {
    this.scope = scope;
    kinds = Kinds.of(scope.instrument());
  }

  /** Calibrates on all panels of the round, which are read once. */
  static Basis of(RoundScope scope, Stream<Panel> panels) {
    CalibratedModel calibrated = new CalibratedModel(scope);
    calibrated.read(panels);
    return calibrated.fit();
  }

  private void read(Stream<Panel> panels) {
    RatingShape bare = shape(EnumSet.noneOf(Effect.class));
    List<String> items = bare.items().stream().map(Item::code).toList();
    panels.forEach(panel -> {
      seen.addAll(panel.kinds(items));
      subjects.add(panel.ratings(bare));
    });
  }

  private RatingShape shape(Set<Effect> effects) {
    return RatingShape.of(scope.instrument(), scope.form(), 1, kinds, effects);
  }

  private Basis fit() {
    RatingShape shape = shape(effects());
    String name = "calibrated:" + scope.round();
    return switch (RatingCalibration.of(shape.structure()).fit(subjects)) {
      case CalibrationOutcome.NotEnough refused -> new Basis.None(name, refused.reason());
      case Calibrated found when found.converged() -> new Basis.Model(model(name, shape, found));
      case Calibrated unsettled -> new Basis.None(name, unsettled.reason());
    };
  }

  /** Which terms these answers can tell; a slant is the Leadager instrument's own. */
  private Set<Effect> effects() {
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    if (RatingShape.scored(scope.instrument(), scope.form()).stream()
        .anyMatch(i -> i.competence() != null)) {
      effects.add(Effect.COMPETENCE);
      effects.add(Effect.TESTLET);
    }
    if (seen.size() > 1) {
      effects.add(Effect.SOURCE);
    }
    return effects;
  }

  private RoundModel model(String name, RatingShape shape, Calibrated found) {
    log.info("Round {}: calibrated on {}", scope.round(), found.fit());
    found.warnings().forEach(w -> log.warn("Round {}: {}", scope.round(), w.message()));
    RatingModel model =
        new RatingModel(
            shape.structure(), found.parameters(), found.priors(), Figures.Frequency.PROBABILITY);
    return new RoundModel(
        shape, model, name, fingerprint(shape.structure(), found), false, true, seen.size() == 1);
  }

  /** SHA-256 over every number that scoring takes from the calibration. */
  private static String fingerprint(RatingStructure structure, Calibrated found) {
    return Watermark.ofNumbers(
        DoubleStream.concat(items(structure, found.parameters()), priors(structure, found.priors()))
            .toArray());
  }

  private static DoubleStream items(RatingStructure structure, ItemParameters items) {
    DoubleStream each =
        IntStream.range(0, items.items())
            .boxed()
            .flatMapToDouble(i -> {
              ItemUncertainty u = items.uncertainty(i);
              return DoubleStream.concat(
                  DoubleStream.of(
                      items.slope(i), u.logSlopeSd(), u.shiftSd(), u.jitterSd(), u.sourceShiftSd()),
                  IntStream.range(0, structure.sources())
                      .boxed()
                      .flatMapToDouble(g -> DoubleStream.of(items.thresholds(i, g))));
            });
    return DoubleStream.concat(each, DoubleStream.of(items.commonShiftSd()));
  }

  private static DoubleStream priors(RatingStructure structure, RatingPriors priors) {
    DoubleStream variances =
        DoubleStream.of(
            priors.competenceVariance(),
            priors.sourceVariance(),
            priors.slantVariance(),
            priors.testletVariance(),
            priors.severityShare());
    DoubleStream halos =
        IntStream.range(0, structure.sources())
            .boxed()
            .flatMapToDouble(g -> DoubleStream.of(priors.haloVariance(g), priors.haloMean(g)));
    DoubleStream correlations =
        IntStream.range(0, structure.axes() * structure.axes())
            .mapToDouble(n -> priors.axisCorrelation(n / structure.axes(), n % structure.axes()));
    return DoubleStream.concat(variances, DoubleStream.concat(halos, correlations));
  }
}
