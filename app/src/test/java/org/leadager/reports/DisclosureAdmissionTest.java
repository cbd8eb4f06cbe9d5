package org.leadager.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instrument.Axis;
import org.leadager.instruments.Instrument.Form;
import org.leadager.instruments.Instrument.Group;
import org.leadager.instruments.Instrument.Item;
import org.leadager.instruments.Instrument.Kind;
import org.leadager.instruments.Instrument.Level;
import org.leadager.instruments.Instrument.Scale;
import org.leadager.instruments.Instrument.Source;
import org.leadager.instruments.InstrumentsForTests;
import org.leadager.instruments.Wording;
import org.leadager.scores.Admission;
import org.leadager.scores.Admitted;
import org.leadager.scores.RaterAnswers;

class DisclosureAdmissionTest {
  private static final Instrument LEADAGER = InstrumentsForTests.leadager();
  private static final Form SHORT = LEADAGER.form("18").orElseThrow();
  private static final Form FULL = LEADAGER.form("72").orElseThrow();
  private final Admission admission = new DisclosureAdmission();

  @Test
  void blocksAreTheCompetencesAsFarAsTheFormAsksThemAndTheAmounts() {
    Map<String, Set<String>> blocks = DisclosureAdmission.blocks(LEADAGER, FULL);
    assertThat(blocks).hasSize(19);
    assertThat(blocks.get("competence M1")).hasSize(4);
    assertThat(blocks.get("amounts")).hasSize(6);
    assertThat(DisclosureAdmission.blocks(LEADAGER, SHORT).get("competence M1")).hasSize(1);
  }

  @Test
  void withoutCompetencesItemsWithTheSameWeightsAreABlock() {
    Map<String, Set<String>> blocks =
        DisclosureAdmission.blocks(TWO_AXES, TWO_AXES.forms().getFirst());
    assertThat(blocks.values()).containsExactly(Set.of("a", "b"), Set.of("c"));
  }

  @Test
  void whatIsAdmittedAreTheAnswersOfGroupsThatMayBeShownAndNothingElse() {
    List<RaterAnswers> panel = panel(Map.of("boss", 1, "peers", 4, "reports", 2));
    Admitted admitted = admission.admit(LEADAGER, SHORT, 3, panel);
    assertThat(admitted.reportable()).isTrue();
    assertThat(admitted.groups()).extracting(Admitted.Group::kind).containsExactly("boss", "peers");
    assertThat(admitted.withheld()).isEqualTo(1);
    Set<Integer> used =
        admitted.groups().stream()
            .flatMap(g -> g.items().keySet().stream())
            .collect(Collectors.toSet());
    panel.stream()
        .filter(r -> r.source().equals("reports"))
        .forEach(r -> assertThat(used).doesNotContain(r.rater()));
    admitted
        .groups()
        .forEach(g -> g.items().values().forEach(items -> assertThat(items).hasSize(24)));
  }

  @Test
  void itemsThatTheFormDoesNotAskAreNeverAdmitted() {
    List<RaterAnswers> panel = panel(Map.of("boss", 1, "peers", 4));
    String notAsked =
        LEADAGER.items().stream()
            .map(Item::code)
            .filter(c -> !SHORT.items().contains(c))
            .findFirst()
            .orElseThrow();
    RaterAnswers one = panel.getFirst();
    Map<String, Integer> more = new java.util.HashMap<>(one.values());
    more.put(notAsked, 6);
    panel.set(0, new RaterAnswers(one.rater(), one.source(), more, Set.of()));
    Admitted admitted = admission.admit(LEADAGER, SHORT, 3, panel);
    assertThat(admitted.groups().getFirst().items().values())
        .allSatisfy(items -> assertThat(items).hasSize(24).doesNotContain(notAsked));
  }

  @Test
  void aGroupTooSmallInOneCompetenceStaysOutOfThatCompetenceAlone() {
    List<RaterAnswers> panel = panel(Map.of("boss", 1, "peers", 4, "reports", 3));
    String asked = LEADAGER.itemsOf("M1").getFirst().code();
    for (int i = 0; i < panel.size(); i++) {
      RaterAnswers r = panel.get(i);
      if (r.source().equals("reports")) {
        Map<String, Integer> fewer = new java.util.HashMap<>(r.values());
        fewer.remove(asked);
        panel.set(i, new RaterAnswers(r.rater(), r.source(), fewer, Set.of(asked)));
        break;
      }
    }
    Admitted admitted = admission.admit(LEADAGER, SHORT, 3, panel);
    Admitted.Group reports = admitted.groups().getLast();
    assertThat(reports.kind()).isEqualTo("reports");
    assertThat(reports.size()).isEqualTo(3);
    assertThat(reports.items().values())
        .allSatisfy(items -> assertThat(items).hasSize(23).doesNotContain(asked));
  }

  @Test
  void withTooFewRatersNothingIsAdmitted() {
    Admitted admitted = admission.admit(LEADAGER, FULL, 3, panel(Map.of("self", 1, "peers", 3)));
    assertThat(admitted.reportable()).isFalse();
    assertThat(admitted.groups()).isEmpty();
  }

  @Test
  void anOrganisationsHigherMinimumHolds() {
    List<RaterAnswers> panel = panel(Map.of("boss", 1, "peers", 4, "reports", 6));
    assertThat(admission.admit(LEADAGER, FULL, 5, panel).groups())
        .extracting(Admitted.Group::kind)
        .containsExactly("boss", "reports");
  }

  @Test
  void aSourceThatTheInstrumentLacksIsABrokenInvariant() {
    assertThatThrownBy(() ->
            admission.admit(
                LEADAGER, FULL, 3, List.of(new RaterAnswers(1, "nobody", Map.of(), Set.of()))))
        .isInstanceOf(IllegalStateException.class);
  }

  private static List<RaterAnswers> panel(Map<String, Integer> sizes) {
    Map<String, Integer> all = new java.util.HashMap<>();
    SHORT.items().forEach(i -> all.put(i, 4));
    FULL.items().forEach(i -> all.put(i, 4));
    if (LEADAGER.amounts() != null) {
      LEADAGER.amounts().items().forEach(a -> all.put(a.code(), 0));
    }
    List<RaterAnswers> panel = new ArrayList<>();
    for (Source source : LEADAGER.sources()) {
      for (int i = 0; i < sizes.getOrDefault(source.code(), 0); i++) {
        panel.add(new RaterAnswers(panel.size() + 1, source.code(), all, Set.of()));
      }
    }
    return panel;
  }

  private static Item item(String code, double first, double second) {
    return new Item(code, null, List.of(first, second), Level.OTHER, false, false);
  }

  private static final Instrument TWO_AXES =
      new Instrument(
          "two",
          "1",
          Kind.AGREEMENT,
          List.of(new Axis("x"), new Axis("y")),
          List.of(),
          List.of(item("a", 1, 0), item("b", 1, 0), item("c", 0, 1)),
          new Scale(5, false),
          List.of(new Form("all", List.of("a", "b", "c"))),
          List.of(new Source("people", Group.OTHERS)),
          null,
          null,
          List.of(),
          null,
          new Wording("en", Map.of()),
          "0");
}
