package org.leadager.scores;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leadager.instruments.Instrument;

/** Admits everybody with all they answered; sources named here are taken together. */
final class OpenAdmission implements Admission {
  private final Set<String> together;

  OpenAdmission(String... together) {
    this.together = Set.of(together);
  }

  @Override
  public Admitted admit(
      Instrument instrument, Instrument.Form form, int minimumGroup, List<RaterAnswers> panel) {
    Map<String, Map<Integer, Set<String>>> groups = new LinkedHashMap<>();
    for (RaterAnswers rater : panel) {
      String kind = Kinds.of(instrument.source(rater.source()).orElseThrow().group());
      groups
          .computeIfAbsent(together.contains(kind) ? Kinds.COLLEAGUES : kind, k -> new HashMap<>())
          .put(rater.rater(), rater.values().keySet());
    }
    List<Admitted.Group> inOrder =
        Kinds.all().stream()
            .filter(groups::containsKey)
            .map(k -> new Admitted.Group(k, groups.getOrDefault(k, Map.of())))
            .toList();
    return new Admitted(inOrder.stream().anyMatch(g -> !g.kind().equals(Kinds.SELF)), inOrder, 0);
  }
}
