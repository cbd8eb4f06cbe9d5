package org.leadager.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.leadager.platform.http.Slice;
import org.leadager.reports.Reports.State;
import org.leadager.rounds.Round;
import org.leadager.scores.Figures.Outcome;

class ReleasesTest {
  private final ReportFixture fixture = new ReportFixture();
  private final UUID organisation = fixture.organisation;
  private final UUID actor = fixture.base.actor;

  @Test
  void aReleaseFreezesOnceAndTellsTheSubjectOnce() {
    Round round = fixture.closed(List.of("Amara Nwosu", "Bo Dahl"));
    fixture.score(round, new SampleFigures().reportsWithheld().figures());
    assertThat(fixture.releases.releaseAll(organisation, actor, round)).isEqualTo(2);
    assertThat(fixture.releases.releaseAll(organisation, actor, round)).isZero();
    UUID subject = fixture.subjects(round).keySet().iterator().next();
    assertThat(fixture.releases.release(organisation, actor, round, subject)).isFalse();
    assertThat(fixture.count("select count(*) from reports.report")).isEqualTo(2);
    String mails = "from platform.mail where subject = 'Your report is ready'";
    assertThat(fixture.count("select count(*) " + mails)).isEqualTo(2);
    assertThat(
            fixture.owner().fetchSingle("select body " + mails + " limit 1").get(0, String.class))
        .contains("https://leadager.example/reports/", "Sign in with this mail address");
  }

  @Test
  void whatIsReleasedDoesNotMoveWhateverChangesLater() {
    Round round = fixture.closed(List.of("Amara Nwosu"));
    fixture.score(round, new SampleFigures().reportsWithheld().figures());
    fixture.releases.releaseAll(organisation, actor, round);
    ReportStore.Released before = fixture.reports.ofRound(organisation, round.id()).getFirst();
    String page = Rendered.page(ReportViews.of(before.content(), before.releasedAt()));

    fixture.owner().execute("update people.person set name = 'Somebody Else'");
    fixture.owner().execute("update people.organisation set name = 'Another Name'");
    fixture.owner().execute("update rounds.round set name = 'Renamed'");
    fixture.score(round, new SampleFigures().withoutNeeds().figures());
    fixture.releases.releaseAll(organisation, actor, round);

    ReportStore.Released after = fixture.reports.find(organisation, before.id()).orElseThrow();
    assertThat(after).isEqualTo(before);
    assertThat(Rendered.page(ReportViews.of(after.content(), after.releasedAt()))).isEqualTo(page);
    assertThatThrownBy(() -> fixture.owner().execute("update reports.report set content = '{}'"))
        .hasMessageContaining("never change");
  }

  @Test
  void wordsOfAHiddenGroupAndOfTheSubjectStayOutAndOthersComeTogether() {
    Round round = fixture.closed(List.of("Amara Nwosu"));
    fixture.score(round, new SampleFigures().reportsWithheld().figures());
    fixture.releases.releaseAll(organisation, actor, round);
    List<ReportContent.Said> comments =
        fixture.reports.ofRound(organisation, round.id()).getFirst().content().comments();
    assertThat(comments).hasSize(1);
    assertThat(comments.getFirst().words())
        .hasSize(5)
        .allMatch(text -> text.contains("words of boss") || text.contains("words of peers"));
  }

  @Test
  void fourRatersWithWordsAreTooFewForComments() {
    Round round = fixture.closed(List.of("Amara Nwosu"));
    fixture
        .owner()
        .execute(
            "insert into answers.comment_fact (organisation_id, form_id, question, text, revision)"
                + " select organisation_id, id, 'keep', '', 2 from answers.form"
                + " where source = 'boss'");
    fixture.score(round, new SampleFigures().reportsWithheld().figures());
    fixture.releases.releaseAll(organisation, actor, round);
    assertThat(fixture.reports.ofRound(organisation, round.id()).getFirst().content().comments())
        .isEmpty();
  }

  @Test
  void eachSubjectsStateIsSaidAndOnlyReadyReportsAreReleased() {
    Round round = fixture.closed(ReportFixture.names(5));
    List<UUID> subjects = List.copyOf(fixture.subjects(round).keySet());
    fixture.score(round, subjects.get(0), new SampleFigures().figures());
    fixture.score(round, subjects.get(1), SampleFigures.none(Outcome.NOT_REPORTABLE));
    fixture.score(round, subjects.get(2), SampleFigures.none(Outcome.NOT_CONVERGED));
    fixture.score(round, subjects.get(3), new SampleFigures().errors(.61, .7).figures());
    assertThat(page(round).items())
        .extracting(Reports.Row::state)
        .containsExactlyInAnyOrder(
            State.READY, State.NO_REPORT, State.NO_REPORT, State.READY, State.WAITING);
    assertThat(fixture.reports.counts(organisation, round.id()))
        .isEqualTo(new Reports.Counts(5, 4, 2, 0));
    assertThat(fixture.releases.releaseAll(organisation, actor, round)).isEqualTo(2);
    assertThat(page(round).items())
        .extracting(Reports.Row::why)
        .anyMatch(why -> why.startsWith("Too few raters"))
        .anyMatch(why -> why.startsWith("No trustworthy estimate"));
    fixture.score(round, subjects.get(4), new SampleFigures().figures());
    assertThat(fixture.reports.counts(organisation, round.id()).done()).isFalse();
    fixture.releases.releaseAll(organisation, actor, round);
    assertThat(fixture.reports.counts(organisation, round.id()).done()).isTrue();
  }

  @Test
  void theNewestScoresCount() {
    Round round = fixture.closed(List.of("Amara Nwosu"));
    fixture.score(round, SampleFigures.none(Outcome.NOT_REPORTABLE));
    fixture.score(round, new SampleFigures().figures());
    assertThat(page(round).items().getFirst().state()).isEqualTo(State.READY);
  }

  @Test
  void aListTakesAsManyStatementsHoweverManySubjectsThereAre() {
    Round few = fixture.closed(ReportFixture.names(2));
    Round many = fixture.closed(ReportFixture.names(60));
    fixture.score(few, new SampleFigures().figures());
    fixture.score(many, new SampleFigures().figures());
    int forFew = fixture.base.test.queries().during(() -> page(few));
    int forMany = fixture.base.test.queries().during(() -> page(many));
    assertThat(forMany).isEqualTo(forFew).isLessThanOrEqualTo(8);
    assertThat(page(many).total()).isEqualTo(60);
    assertThat(page(many).items()).hasSize(50);
  }

  @Test
  void anotherOrganisationHasNoneOfIt() {
    Round round = fixture.closed(List.of("Amara Nwosu"));
    fixture.score(round, new SampleFigures().figures());
    fixture.releases.releaseAll(organisation, actor, round);
    UUID report = fixture.reports.ofRound(organisation, round.id()).getFirst().id();
    UUID other = fixture.base.test.organisation("Another");
    assertThat(fixture.reports.find(other, report)).isEmpty();
    assertThat(fixture.reports.ofRound(other, round.id())).isEmpty();
    assertThat(fixture.reports.counts(other, round.id())).isEqualTo(new Reports.Counts(0, 0, 0, 0));
  }

  private Slice<Reports.Row> page(Round round) {
    return fixture.reports.page(organisation, round.id(), 1, 50);
  }
}
