package org.leadager.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadager.platform.http.Zone;

class ReportViewsTest {
  @Test
  void bothIsSaidInWordsAndZonesFollowTheirChances() {
    ReportView view = view(new SampleFigures());
    assertThat(view.axes().both())
        .isEqualTo("Is it both, at the level the role needs? Likely not yet: about 1 chance in 5.");
    assertThat(view.axes().lines().get(0).text())
        .isEqualTo(
            "Seen between often and usually; we are 80 in 100 sure it is often to usually. The role"
                + " needs it often: clearly at what it needs or above (about 9 chances in 10).");
    assertThat(view.axes().lines().get(1).text())
        .contains("likely below it (about 4 chances in 5)");
    List<ReportView.Row> rows = rows(view);
    assertThat(rows).hasSize(18);
    assertThat(rows.getFirst().zone()).isEqualTo(Zone.CLEAR_STRENGTH);
    assertThat(rows.get(8).zone()).isEqualTo(Zone.CLEAR_NEED);
    assertThat(rows).extracting(ReportView.Row::code).startsWith("M1", "M2").endsWith("S3", "S4");
  }

  @Test
  void keepsAreTheStrengthsFurthestAboveThePersonsOwnMeanAndPrioritiesTheNeedsFurthestBelow() {
    ReportView.Choices choices = Objects.requireNonNull(view(new SampleFigures()).choices());
    assertThat(choices.keeps())
        .extracting(ReportView.Pick::name)
        .containsExactly(
            "Builds trust and ties", "Clear goals and roles", "Tracks and follows through");
    assertThat(choices.priorities())
        .extracting(ReportView.Pick::name)
        .containsExactly("Gives direction and meaning", "Takes smart chances");
  }

  @Test
  void withoutNeedsThereIsNoNeedAnywhere() {
    ReportView view = view(new SampleFigures().withoutNeeds());
    assertThat(view.axes().both()).isNull();
    assertThat(rows(view)).allSatisfy(row -> assertThat(row.zone()).isNull());
    ReportView.Choices choices = Objects.requireNonNull(view.choices());
    assertThat(choices.keeps()).isEmpty();
    assertThat(choices.priorities()).isEmpty();
    assertThat(choices.priorityWords()).startsWith("Nobody has set what the role needs");
    String print = Rendered.print(view);
    String all = Rendered.page(view) + print.substring(print.indexOf("<body>"));
    assertThat(all)
        .doesNotContain("class=\"chip\"", ">role need<", "c-need", "The role needs", "Role needs")
        .doesNotContain("data-zone=\"cs", "data-zone=\"ls", "data-zone=\"cn", "data-zone=\"ln");
  }

  @ParameterizedTest
  @CsvSource({".50, false, false", ".51, true, false", ".60, true, false", ".61, false, true"})
  void anAxisIsGreyAboveHalfAndRefusedAboveSixTenths(double error, boolean grey, boolean refused) {
    ReportView view = view(new SampleFigures().errors(error, .4));
    String line = view.axes().lines().get(0).text();
    assertThat(view.axes().grey()).isEqualTo(grey);
    assertThat(line.contains("too large to lean on")).isEqualTo(grey);
    assertThat(
            line.equals(
                "We say nothing about this axis: with these answers the doubt is too large."))
        .isEqualTo(refused);
    assertThat(view.axes().map() == null).isEqualTo(refused);
    assertThat(view.axes().strips()).hasSize(refused ? 1 : 0);
    assertThat(view.others().strips()).hasSize(refused ? 1 : 2);
    assertThat(view.axes().both() == null).isEqualTo(refused);
  }

  @Test
  void ofARefusedAxisNoFigureIsLeftNotEvenInItsCompetences() {
    ReportView view = view(new SampleFigures().errors(.7, .4));
    for (ReportView.Row row : rows(view)) {
      boolean leadership = row.code().startsWith("L");
      assertThat(row.chart() != null).as(row.code()).isEqualTo(leadership);
      assertThat(row.zone() != null).as(row.code()).isEqualTo(leadership);
    }
    assertThat(Objects.requireNonNull(view.choices()).keeps())
        .extracting(ReportView.Pick::name)
        .containsExactly("Learns and changes course", "Acts on principle");
    assertThat(view.lede()).doesNotContain("Management");
    assertThat(view.who().summary()).contains("1 of 2 axes");
  }

  @Test
  void ownAndOthersViewsGetATypeOnlyWhereItIsLikelyEnough() {
    List<String> words = view(new SampleFigures()).others().words();
    assertThat(words.get(0))
        .isEqualTo("Management: we cannot tell whether you see more or less of it than others do.");
    assertThat(words.get(2))
        .isEqualTo("Leadership: you see more of it than others do (about 9 chances in 10).");
    assertThat(words).contains("Management: between the groups we cannot tell a difference.");
    assertThat(view(new SampleFigures().withoutSelf()).others().words().getFirst())
        .contains("no answers of your own");
  }

  @Test
  void upsideAndDownsideAreSaidApartWithTheirIntervals() {
    ReportView.Balance balance = Objects.requireNonNull(view(new SampleFigures()).balance());
    assertThat(balance.words())
        .containsExactly(
            "Going for what could be gained: a little too little.",
            "Guarding against what could be lost: about the right amount.");
    assertThat(balance.items()).hasSize(6);
    assertThat(balance.chart().svg()).contains("Upside").doesNotContain("The role needs");
  }

  @Test
  void aWithheldGroupIsNamedNowhere() {
    ReportView view = view(new SampleFigures().reportsWithheld());
    assertThat(view.who().withheld()).startsWith("One group had too few people");
    String all = Rendered.page(view) + Rendered.print(view);
    assertThat(all).doesNotContain("Direct reports").contains("5 people and you");
  }

  @Test
  void somebodyElsesInstrumentHasNoNeedsNoCompetencesAndItsOwnScale() {
    ReportView view = ReportViews.of(SampleContent.foreign(2), SampleContent.DAY);
    assertThat(view.choices()).isNull();
    assertThat(view.competences()).isNull();
    assertThat(view.balance()).isNull();
    assertThat(view.axes().both()).isNull();
    assertThat(view.note().getLast()).contains("the middle of the 49 rated here");
    assertThat(view.others().words().getFirst())
        .contains("one group, Soldiers")
        .contains("as seen by this group");
    assertThat(view.axes().map()).isNotNull();
    assertThat(Rendered.page(view))
        .contains("Officers", "Non-commissioned officers", "far below")
        .doesNotContain("Everyone but you", "Management", "role need");
  }

  @ParameterizedTest
  @CsvSource({"1", "3"})
  void oneOrThreeAxesAreStripsNotAMap(int axes) {
    ReportView view = ReportViews.of(SampleContent.foreign(axes), SampleContent.DAY);
    assertThat(view.axes().map()).isNull();
    assertThat(view.axes().strips()).hasSize(axes);
    assertThat(view.axes().lines()).hasSize(axes);
  }

  @Test
  void aPreviewSaysThatItIsNotReleased() {
    ReportView view = ReportViews.of(SampleContent.leadager(new SampleFigures().figures()), null);
    assertThat(view.note()).contains("Not released yet. Only consultants see this page.");
    assertThat(view.note().getLast()).startsWith("Provisional.");
  }

  @ParameterizedTest
  @CsvSource({
    ".01, less than 1 chance in 20",
    ".19, about 1 chance in 5",
    ".5, about 1 chance in 2",
    ".78, about 4 chances in 5",
    ".99, more than 19 chances in 20"
  })
  void chancesAreSimpleFractions(double probability, String words) {
    assertThat(Sayings.chances(probability)).isEqualTo(words);
  }

  private static ReportView view(SampleFigures figures) {
    return ReportViews.of(SampleContent.leadager(figures.figures()), SampleContent.DAY);
  }

  private static List<ReportView.Row> rows(ReportView view) {
    return Objects.requireNonNull(view.competences()).sides().stream()
        .flatMap(side -> side.rows().stream())
        .toList();
  }
}
