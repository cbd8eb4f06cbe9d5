package org.leadager.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class RoundsTest {
  private static final RoundFixture FIXTURE = new RoundFixture();

  @Test
  void everyBadRowIsNamedAndNothingIsHalfDone() {
    UUID round = FIXTURE.draft();
    Outcome outcome =
        FIXTURE.setup.addPanel(
            FIXTURE.organisation,
            round,
            """
            Amara Nwosu,amara@example.org,Li Wen,li@example.org,boss
            Amara Nwosu,amara@example.org,Li Wen,li@@example,peer
            Amara Nwosu,amara@example.org,Bo Dahl,bo@example.org,friend
            Amara Nwosu,amara@example.org,Li Wen,LI@example.org,peer
            Amara Nwosu
            """);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    assertThat(((Outcome.Refused) outcome).problems())
        .containsExactly(
            "Row 2: Rater. “li@@example” is not a mail address.",
            "Row 3: “friend” is no source. Write self, boss, peer, report or other.",
            "Row 5 has 1 columns. Give it five: subject name, subject mail, rater name, rater mail,"
                + " source.",
            "Row 4 repeats row 1. Take one out.");
    assertThat(FIXTURE.setup.panel(FIXTURE.organisation, round).orElseThrow().subjects()).isEmpty();
  }

  @Test
  void launchingTwiceSendsOneMailPerRaterAndStoresNoSecret() {
    RoundFixture fixture = new RoundFixture();
    UUID round = fixture.launched();
    assertThat(fixture.setup.launch(fixture.organisation, fixture.actor, round))
        .isEqualTo(new Outcome.Done());
    assertThat(fixture.numbers("select count(*) from platform.mail")).containsExactly(4L);
    assertThat(fixture.numbers("select count(*) from rounds.invitation")).containsExactly(4L);
    assertThat(fixture.numbers("select count(*) from platform.outbox where kind = 'RoundLaunched'"))
        .containsExactly(1L);
    assertThat(fixture.linkOf("li@example.org")).isNotEqualTo(fixture.linkOf("bo@example.org"));
  }

  @Test
  void aLaunchedPanelIsFixedAndTheFormCannotChange() {
    RoundFixture fixture = new RoundFixture();
    UUID round = fixture.launched();
    assertThat(fixture.setup.addPanel(fixture.organisation, round, RoundFixture.CSV))
        .isInstanceOf(Outcome.Refused.class);
    assertThatThrownBy(() ->
            DSL.using(fixture.test.owner(), SQLDialect.POSTGRES)
                .execute("update rounds.round set form = '72' where id = ?", round))
        .hasMessageContaining("promised");
  }

  @Test
  void aRoundWithoutRatersIsNotLaunched() {
    UUID round = FIXTURE.draft();
    assertThat(FIXTURE.setup.launch(FIXTURE.organisation, FIXTURE.actor, round))
        .isEqualTo(
            new Outcome.Refused(List.of("Add at least one person to be rated, with raters.")));
  }

  @Test
  void closingIsSaidOnceAndTheLogStaysWhole() {
    RoundFixture fixture = new RoundFixture();
    UUID round = fixture.launched();
    for (int i = 0; i < 2; i++) {
      assertThat(fixture.rounds.close(fixture.organisation, fixture.actor, round))
          .isEqualTo(new Outcome.Done());
    }
    assertThat(fixture.numbers("select count(*) from platform.outbox where kind = 'RoundClosed'"))
        .containsExactly(1L);
    assertThat(fixture.rounds.logIsWhole(fixture.organisation, round)).isTrue();
    fixture.rounds.markScored(fixture.organisation, round);
    assertThat(fixture.rounds.find(fixture.organisation, round).orElseThrow().state())
        .isEqualTo(RoundState.SCORED);
    DSL.using(fixture.test.owner(), SQLDialect.POSTGRES)
        .execute(
            """
            alter table rounds.log_entry disable trigger append_only;
            update rounds.log_entry set detail = '{"form":"72"}' where number = 1;
            """);
    assertThat(fixture.rounds.logIsWhole(fixture.organisation, round)).isFalse();
  }

  @Test
  void anotherOrganisationsRoundDoesNotExist() {
    UUID round = FIXTURE.draft();
    UUID other = FIXTURE.test.organisation("Somebody else");
    assertThat(FIXTURE.rounds.find(other, round)).isEmpty();
    assertThat(FIXTURE.setup.panel(other, round)).isEmpty();
    assertThat(FIXTURE.rounds.progress(other, round)).isEmpty();
    assertThat(FIXTURE.rounds.close(other, FIXTURE.actor, round)).isEqualTo(new Outcome.NotFound());
    assertThat(FIXTURE.setup.launch(other, FIXTURE.actor, round)).isEqualTo(new Outcome.NotFound());
    assertThat(FIXTURE.setup.addPanel(other, round, RoundFixture.CSV))
        .isEqualTo(new Outcome.NotFound());
  }

  @Test
  void progressCountsAllButNoSourceSmallerThanTheSmallestGroup() {
    RoundFixture fixture = new RoundFixture();
    UUID round = fixture.launched();
    Progress progress = fixture.rounds.progress(fixture.organisation, round).orElseThrow();
    assertThat(progress.asked()).isEqualTo(4);
    assertThat(progress.in()).isZero();
    assertThat(progress.bySource()).isEmpty();
  }

  @Test
  void aPanelOfHundredsTakesAsManyStatementsAsOneOfTwo() {
    RoundFixture fixture = new RoundFixture();
    int few = fixture.test.queries().during(() -> launch(fixture, 2));
    int many = fixture.test.queries().during(() -> launch(fixture, 300));
    assertThat(many).isEqualTo(few).isLessThan(40);
    assertThat(fixture.numbers("select count(*) from platform.mail")).containsExactly(302L);
  }

  private static void launch(RoundFixture fixture, int raters) {
    UUID round = fixture.draft();
    StringBuilder rows = new StringBuilder("Amara,amara@example.org,Li,li@example.org,boss\n");
    for (int i = 1; i < raters; i++) {
      rows.append("Amara,amara@example.org,P%d,p%d@example.org,peer\n".formatted(i, i));
    }
    assertThat(fixture.setup.addPanel(fixture.organisation, round, rows.toString()))
        .isEqualTo(new Outcome.Done());
    assertThat(fixture.setup.launch(fixture.organisation, fixture.actor, round))
        .isEqualTo(new Outcome.Done());
  }

  @Test
  void aRoundAsksForGroupsAsLargeAsItsOrganisationDoes() {
    RoundFixture fixture = new RoundFixture();
    DSL.using(fixture.test.owner(), SQLDialect.POSTGRES)
        .execute("update people.organisation set minimum_group = 5");
    UUID round = fixture.draft();
    assertThat(fixture.rounds.find(fixture.organisation, round).orElseThrow().minimumGroup())
        .isEqualTo(5);
  }
}
