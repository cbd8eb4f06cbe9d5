package org.leadager.scores;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.leadager.engine.rating.Needs;
import org.leadager.engine.rating.RatingModel;
import org.leadager.engine.rating.SubjectRatings;
import org.leadager.engine.rating.SubjectScore;
import org.leadager.instruments.Instrument;

/** Scores one subject of a round within a transaction, whatever the panel looks like. */
final class SubjectScoring {
  private static final String TOO_FEW =
      "Too few people answered for figures that keep every single answer private.";

  private final RoundScope scope;
  private final Basis basis;
  private final Admission admission;
  private final SideFigures side;

  SubjectScoring(RoundScope scope, Basis basis, Admission admission) {
    this.scope = scope;
    this.basis = basis;
    this.admission = admission;
    side = new SideFigures(scope);
  }

  /** Keeps a snapshot of this subject, unless the same input has one already. */
  void score(DSLContext dsl, UUID subject, Map<String, BigDecimal> needs) {
    Panel panel = scope.panel(admission, AnswerSource.about(dsl, subject));
    Map<String, BigDecimal> used = scope.instrument().hasNeed() ? needs : Map.of();
    String fingerprint = basis instanceof Basis.Model m ? m.round().fingerprint() : "";
    String watermark = Watermark.of(scope, basis.parameters(), fingerprint, panel, used);
    SnapshotStore store = new SnapshotStore(dsl);
    if (!store.has(subject, watermark)) {
      store.keep(scope, subject, watermark, basis.parameters(), figures(panel, used));
    }
  }

  private Figures figures(Panel panel, Map<String, BigDecimal> needs) {
    List<String> items =
        RatingShape.scored(scope.instrument(), scope.form()).stream()
            .map(Instrument.Item::code)
            .toList();
    if (!panel.admitted.reportable() || panel.kinds(items).isEmpty()) {
      return unscored(panel, Figures.Outcome.NOT_REPORTABLE, TOO_FEW);
    }
    return switch (basis) {
      case Basis.None none -> unscored(panel, Figures.Outcome.NOT_CONVERGED, none.reason());
      case Basis.Model found -> figures(panel, found.round(), needs);
    };
  }

  private Figures figures(Panel panel, RoundModel round, Map<String, BigDecimal> needs) {
    RatingModel model = round.model();
    SubjectRatings ratings = panel.ratings(round.shape());
    SubjectScore score = model.score(ratings, engineNeeds(round.shape(), needs));
    if (!score.converged()) {
      return unscored(panel, Figures.Outcome.NOT_CONVERGED, score.reason());
    }
    return new FigureMaker(round, panel, ratings, score, self(round, ratings)).scored(side);
  }

  /** The subject's own view; null where they did not answer. */
  private static @Nullable SubjectScore self(RoundModel round, SubjectRatings ratings) {
    if (!round.shape().hasSelf()) {
      return null;
    }
    SubjectScore self = round.model().scoreSelf(ratings);
    return self.converged() ? self : null;
  }

  private static Needs engineNeeds(RatingShape shape, Map<String, BigDecimal> needs) {
    Map<Integer, Double> byIndex = new HashMap<>();
    needs.forEach((competence, frequency) -> {
      int index = shape.competences().indexOf(competence);
      if (index >= 0) {
        byIndex.put(index, frequency.doubleValue());
      }
    });
    return Needs.of(byIndex);
  }

  /** Who was asked and how it ended, without any figure. */
  private Figures unscored(Panel panel, Figures.Outcome outcome, String reason) {
    boolean provisional = basis instanceof Basis.Model m && m.round().provisional();
    boolean ownScale = scope.instrument().parameters() == null;
    boolean oneSource = basis instanceof Basis.Model m && m.round().oneSource();
    return new Figures(
        Figures.FORMAT,
        outcome,
        reason,
        provisional,
        ownScale,
        oneSource,
        outcome == Figures.Outcome.NOT_REPORTABLE ? List.of() : SideFigures.groups(panel),
        panel.admitted.withheld(),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of());
  }
}
