package org.leadager.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leadager.instruments.Instrument.Group;
import org.leadager.reports.ShownGroup.Kind;

class DisclosureTest {
  private static final Map<String, Set<String>> BLOCKS =
      Map.of("c1", Set.of("a", "b", "c", "d"), "c2", Set.of("e", "f"), "c3", Set.of("g"));
  private static final Set<String> ALL = Set.of("a", "b", "c", "d", "e", "f", "g");

  @Test
  void groupsOfThreeAreShownAndSelfAndBossAreNamed() {
    Disclosed shown = new Disclosure(3, BLOCKS).decide(panel(1, 1, 3, 4, 0));
    assertThat(shown.reportable()).isTrue();
    assertThat(shown.groups())
        .extracting(ShownGroup::kind)
        .containsExactly(Kind.SELF, Kind.BOSS, Kind.PEERS, Kind.REPORTS);
    assertThat(shown.others()).hasSize(8);
  }

  @Test
  void smallGroupsBecomeColleaguesFromFourOn() {
    Disclosed shown = new Disclosure(3, BLOCKS).decide(panel(0, 1, 2, 2, 0));
    assertThat(shown.groups())
        .extracting(ShownGroup::kind)
        .containsExactly(Kind.BOSS, Kind.COLLEAGUES);
  }

  @Test
  void threeInSmallGroupsAreWithheldAndLeftOutOfTheTotal() {
    Disclosed shown = new Disclosure(3, BLOCKS).decide(panel(0, 1, 5, 2, 1));
    assertThat(shown.groups()).extracting(ShownGroup::kind).containsExactly(Kind.BOSS, Kind.PEERS);
    assertThat(shown.others()).hasSize(6);
    assertThat(shown.withheld()).isEqualTo(2);
  }

  @Test
  void withFewerThanFourRatersBesidesTheSubjectThereIsNoReport() {
    assertThat(new Disclosure(3, BLOCKS).decide(panel(1, 0, 3, 0, 0)).reportable()).isFalse();
    assertThat(new Disclosure(3, BLOCKS).decide(panel(1, 1, 2, 1, 0)).reportable()).isFalse();
    assertThat(new Disclosure(3, BLOCKS).decide(panel(0, 1, 3, 0, 0)).reportable()).isTrue();
  }

  @Test
  void aMinimumUnderThreeCountsAsThree() {
    Disclosure gate = new Disclosure(1, BLOCKS);
    assertThat(gate.minimum()).isEqualTo(3);
    assertThat(gate.decide(panel(0, 1, 4, 2, 0)).groups())
        .extracting(ShownGroup::kind)
        .doesNotContain(Kind.REPORTS);
  }

  @Test
  void noSetOfRatersThatCanBeSubtractedOutIsSmallerThanTheMinimum() {
    for (int k = 3; k <= 5; k++) {
      for (List<Respondent> panel : panels()) {
        Disclosed shown = new Disclosure(k, BLOCKS).decide(panel);
        Set<Integer> named = named(panel);
        for (Set<Integer> derivable : derivable(shown)) {
          derivable.removeAll(named);
          assertThat(derivable.size()).as("k=%s %s", k, shown).matches(atLeast(k));
        }
        assertThat(shown.reportable()).isEqualTo(shown.others().size() >= 4);
      }
    }
  }

  @Test
  void whatIsNotShownIsInNoFigure() {
    for (List<Respondent> panel : panels()) {
      Disclosed shown = new Disclosure(3, BLOCKS).decide(panel);
      Set<Integer> visible =
          shown.groups().stream().flatMap(g -> g.raters().stream()).collect(Collectors.toSet());
      shown.raters().values().forEach(r -> assertThat(visible).containsAll(r));
    }
  }

  @Test
  void inEveryBlockAGroupHasItsMinimumOrNobodyHoweverAnswersAreMissing() {
    Random random = new Random(20261124);
    for (int trial = 0; trial < 4000; trial++) {
      int k = 3 + random.nextInt(3);
      List<Respondent> panel =
          panel(
                  random.nextInt(2),
                  random.nextInt(2),
                  random.nextInt(7),
                  random.nextInt(7),
                  random.nextInt(5))
              .stream()
              .map(r -> new Respondent(r.number(), r.group(), some(random)))
              .toList();
      Disclosed shown = new Disclosure(k, BLOCKS).decide(panel);
      for (ShownGroup group : shown.groups()) {
        int least = group.kind().named() ? 1 : group.kind() == Kind.COLLEAGUES ? Math.max(4, k) : k;
        assertThat(group.size()).isGreaterThanOrEqualTo(least);
        for (Set<Integer> counted : shown.raters().values()) {
          long here = group.raters().stream().filter(counted::contains).count();
          assertThat(here == 0 || here >= least).as("%s in %s", group, counted).isTrue();
        }
      }
    }
  }

  @Test
  void aRaterCountsInACompetenceAtHalfOfItsItems() {
    List<Respondent> panel = new ArrayList<>(panel(0, 1, 4, 0, 0));
    panel.set(1, new Respondent(panel.get(1).number(), Group.PEERS, Set.of("a", "b", "e")));
    panel.set(2, new Respondent(panel.get(2).number(), Group.PEERS, Set.of("a", "g")));
    Disclosed shown = new Disclosure(3, BLOCKS).decide(panel);
    assertThat(shown.admits(panel.get(1).number(), "c1")).isTrue();
    assertThat(shown.admits(panel.get(1).number(), "c2")).isTrue();
    assertThat(shown.admits(panel.get(2).number(), "c1")).isFalse();
    assertThat(shown.admits(panel.get(2).number(), "c3")).isTrue();
  }

  @Test
  void commentsNeedFiveRatersWhoCountAndComeShuffledWithoutTheSubjectsOwn() {
    Disclosed shown = new Disclosure(3, BLOCKS).decide(panel(1, 1, 5, 2, 0));
    List<Comment> words =
        IntStream.rangeClosed(1, 9).mapToObj(r -> new Comment(r, "keep", "words " + r)).toList();
    UUID salt = new UUID(1, 2);
    Map<String, List<String>> open = CommentGate.open(List.of("keep", "other"), words, shown, salt);
    assertThat(open).containsOnlyKeys("keep");
    assertThat(open.get("keep"))
        .containsExactlyInAnyOrder(
            "words 2", "words 3", "words 4", "words 5", "words 6", "words 7");
    assertThat(CommentGate.open(List.of("keep"), words.reversed(), shown, salt)).isEqualTo(open);
    assertThat(CommentGate.open(List.of("keep"), words.subList(0, 5), shown, salt)).isEmpty();
  }

  private static java.util.function.Predicate<Integer> atLeast(int k) {
    return n -> n == 0 || n >= k;
  }

  /** Every set that the shown ones and their total give by uniting and subtracting. */
  private static List<Set<Integer>> derivable(Disclosed shown) {
    List<Set<Integer>> known = new ArrayList<>();
    shown.groups().forEach(g -> known.add(g.raters()));
    known.add(shown.others());
    known.addAll(shown.raters().values());
    List<Set<Integer>> out = new ArrayList<>();
    for (int pick = 0; pick < 1 << known.size(); pick++) {
      Set<Integer> union = new HashSet<>();
      for (int i = 0; i < known.size(); i++) {
        if ((pick >> i & 1) == 1) {
          union.addAll(known.get(i));
        }
      }
      for (Set<Integer> from : known) {
        Set<Integer> rest = new HashSet<>(from);
        rest.removeAll(union);
        out.add(rest);
      }
      out.add(union);
    }
    return out;
  }

  private static Set<Integer> named(List<Respondent> panel) {
    return panel.stream()
        .filter(r -> r.group() == Group.SELF || r.group() == Group.BOSS)
        .map(Respondent::number)
        .collect(Collectors.toSet());
  }

  private static List<List<Respondent>> panels() {
    List<List<Respondent>> all = new ArrayList<>();
    for (int code = 0; code < 2 * 2 * 7 * 7 * 6; code++) {
      all.add(panel(code % 2, code / 2 % 2, code / 4 % 7, code / 28 % 7, code / 196));
    }
    return all;
  }

  private static List<Respondent> panel(int self, int boss, int peers, int reports, int others) {
    Map<Group, Integer> sizes = new EnumMap<>(Group.class);
    sizes.put(Group.SELF, self);
    sizes.put(Group.BOSS, boss);
    sizes.put(Group.PEERS, peers);
    sizes.put(Group.REPORTS, reports);
    sizes.put(Group.OTHERS, others);
    List<Respondent> panel = new ArrayList<>();
    sizes.forEach((group, size) -> {
      for (int i = 0; i < size; i++) {
        panel.add(new Respondent(panel.size() + 1, group, ALL));
      }
    });
    return panel;
  }

  private static Set<String> some(Random random) {
    double share = random.nextDouble();
    return ALL.stream().filter(i -> random.nextDouble() < share).collect(Collectors.toSet());
  }
}
