package org.leadager.reports;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instrument.Amount;
import org.leadager.instruments.Instrument.Item;
import org.leadager.scores.Admission;
import org.leadager.scores.Admitted;
import org.leadager.scores.RaterAnswers;
import org.springframework.stereotype.Component;

/**
 * Puts {@link Disclosure} before scoring. Its blocks are the competences, as far as the form asks
 * them; where an item has no competence, the items with the same axis weights; and the amount
 * items. They are what figures are about, so a group that is too small in one of them enters none
 * of its figures.
 */
@Component
final class DisclosureAdmission implements Admission {
  @Override
  public Admitted admit(
      Instrument instrument, Instrument.Form form, int minimumGroup, List<RaterAnswers> panel) {
    Map<String, Set<String>> blocks = blocks(instrument, form);
    Set<String> asked =
        blocks.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    Disclosed decided =
        new Disclosure(minimumGroup, blocks)
            .decide(panel.stream().map(r -> respondent(instrument, r, asked)).toList());
    Map<Integer, RaterAnswers> byNumber =
        panel.stream().collect(Collectors.toMap(RaterAnswers::rater, r -> r));
    List<Admitted.Group> groups =
        decided.groups().stream().map(g -> group(g, decided, blocks, byNumber)).toList();
    return new Admitted(decided.reportable(), groups, decided.withheld());
  }

  /** Item codes that this form asks, by block; an item is in one block. */
  static Map<String, Set<String>> blocks(Instrument instrument, Instrument.Form form) {
    Map<String, Set<String>> blocks = new LinkedHashMap<>();
    for (Item item : instrument.itemsOf(form)) {
      String competence = item.competence();
      String block = competence == null ? "weights " + item.weights() : "competence " + competence;
      blocks.computeIfAbsent(block, b -> new HashSet<>()).add(item.code());
    }
    if (instrument.amounts() != null) {
      blocks.put(
          "amounts",
          instrument.amounts().items().stream().map(Amount::code).collect(Collectors.toSet()));
    }
    return blocks;
  }

  static Respondent respondent(Instrument instrument, RaterAnswers rater, Set<String> asked) {
    Instrument.Group group =
        instrument
            .source(rater.source())
            .orElseThrow(
                () -> new IllegalStateException("A source the instrument lacks: " + rater.source()))
            .group();
    Set<String> answered =
        rater.values().keySet().stream().filter(asked::contains).collect(Collectors.toSet());
    return new Respondent(rater.rater(), group, answered);
  }

  private static Admitted.Group group(
      ShownGroup shown,
      Disclosed decided,
      Map<String, Set<String>> blocks,
      Map<Integer, RaterAnswers> byNumber) {
    Map<Integer, Set<String>> items = new TreeMap<>();
    for (int rater : shown.raters()) {
      Set<String> admitted = new HashSet<>();
      blocks.forEach((block, codes) -> {
        if (decided.admits(rater, block)) {
          admitted.addAll(codes);
        }
      });
      RaterAnswers answers = byNumber.get(rater);
      if (answers != null) {
        admitted.retainAll(answers.values().keySet());
      }
      items.put(rater, Set.copyOf(admitted));
    }
    return new Admitted.Group(shown.kind().name().toLowerCase(Locale.ROOT), items);
  }
}
