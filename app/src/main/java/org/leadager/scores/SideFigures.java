package org.leadager.scores;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.leadager.engine.agree.MeanInterval;
import org.leadager.instruments.Instrument;

/** What is counted and averaged beside the rating model. */
final class SideFigures {
  /** Raters besides the subject that any figure needs. */
  private static final int LEAST_PANEL = 4;

  private final RoundScope scope;

  SideFigures(RoundScope scope) {
    this.scope = scope;
  }

  /** Who stands behind the figures. */
  static List<Figures.Group> groups(Panel panel) {
    return panel.admitted.groups().stream()
        .map(g -> new Figures.Group(g.kind(), g.size()))
        .toList();
  }

  /**
   * The mean of each amount item over raters other than the subject. An item that fewer than four
   * of them answered, or fewer protected raters than the round's minimum, is left out.
   */
  List<Figures.Amount> amounts(Panel panel) {
    List<Figures.Amount> means = new ArrayList<>();
    Instrument.Amounts amounts = scope.instrument().amounts();
    if (amounts != null) {
      for (Instrument.Amount amount : amounts.items()) {
        amount(panel, amount.code(), means);
      }
    }
    return means;
  }

  private void amount(Panel panel, String code, List<Figures.Amount> means) {
    List<Integer> values = new ArrayList<>();
    Set<Integer> guarded = new HashSet<>();
    for (Admitted.Group group : panel.admitted.groups()) {
      if (!group.kind().equals(Kinds.SELF)) {
        panel.each(
            group,
            List.of(code),
            (rater, item) -> {
              values.add(rater.values().getOrDefault(item, 0));
              if (Kinds.isProtected(group.kind())) {
                guarded.add(rater.rater());
              }
            });
      }
    }
    if (values.size() >= LEAST_PANEL && guarded.size() >= scope.minimumGroup()) {
      MeanInterval mean =
          MeanInterval.of(
              values.stream().mapToDouble(Integer::doubleValue).toArray(),
              Figures.Frequency.PROBABILITY);
      means.add(new Figures.Amount(code, mean.mean(), mean.low(), mean.high(), values.size()));
    }
  }

  /** Share of "not able to judge" among a group's answers to scaled items. */
  List<Figures.Unable> unable(Panel panel) {
    List<Figures.Unable> shares = new ArrayList<>();
    if (scope.instrument().scale().unable()) {
      for (Admitted.Group group : panel.admitted.groups()) {
        long unable = 0;
        long all = 0;
        for (RaterAnswers rater : panel.raters(group)) {
          long cannot = scope.form().items().stream().filter(rater.unable()::contains).count();
          unable += cannot;
          all += cannot + scope.form().items().stream().filter(rater.values()::containsKey).count();
        }
        shares.add(new Figures.Unable(group.kind(), all == 0 ? 0 : (double) unable / all));
      }
    }
    return shares;
  }
}
