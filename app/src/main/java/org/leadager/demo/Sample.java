package org.leadager.demo;

import static org.leadager.platform.db.jooq.platform.Tables.MAIL;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leadager.access.DemoGuide;
import org.leadager.cases.Cases;
import org.leadager.diagnosis.Diagnoses;
import org.leadager.people.People;
import org.leadager.people.PersonDraft;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.access.Routines;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Makes the sample organisation before the first page is served, through the same doors that
 * everybody uses, and knows its way around it.
 */
@Component
@Profile("demo")
class Sample implements DemoGuide, SmartInitializingSingleton {
  static final Pattern LINK = Pattern.compile("/r/[A-Za-z0-9_-]{32}");

  private final Database database;
  private final People people;
  private final Cases cases;
  private final Diagnoses diagnoses;
  private final SampleRounds rounds;
  private final SampleReports reports;

  Sample(
      Database database,
      People people,
      Cases cases,
      Diagnoses diagnoses,
      SampleRounds rounds,
      SampleReports reports) {
    this.database = database;
    this.people = people;
    this.cases = cases;
    this.diagnoses = diagnoses;
    this.rounds = rounds;
    this.reports = reports;
  }

  /** A start that was cut short is made up for by the next. */
  @Override
  public void afterSingletonsInstantiated() {
    SampleText text = SampleText.load();
    UUID organisation = existing().orElseGet(() -> people.found(text.organisation(), true).id());
    if (people.count(organisation) == 0) {
      database.change(organisation, dsl -> fill(organisation, text));
    }
    rounds.finish(organisation, consultant(organisation, text), text);
  }

  private Optional<UUID> existing() {
    return database.outside(dsl ->
        Routines.sampleOrganisations(dsl.configuration()).stream()
            .map(row -> row.get(0, UUID.class))
            .findFirst());
  }

  private void fill(UUID organisation, SampleText text) {
    for (SampleText.Someone someone : text.people()) {
      UUID id = people.ensure(organisation, new PersonDraft(someone.name(), someone.mail()));
      people.setRoles(organisation, id, someone.roles());
    }
    UUID consultant = consultant(organisation, text);
    text.cases().forEach(one -> open(organisation, consultant, one));
  }

  private UUID consultant(UUID organisation, SampleText text) {
    return people.findByMail(organisation, text.people().getFirst().mail()).orElseThrow().id();
  }

  private void open(UUID organisation, UUID consultant, SampleText.SampleCase one) {
    UUID id = cases.open(organisation, consultant, one.askedBy(), one.words());
    one.answers()
        .forEach((question, choice) -> {
          if (!diagnoses.answer(organisation, id, question, choice, null, consultant)) {
            throw new IllegalStateException("no answer " + choice + " to " + question);
          }
        });
    SampleText.SampleRound round = one.round();
    if (round != null) {
      rounds.launch(organisation, consultant, id, round);
    }
  }

  @Override
  public Optional<UUID> subject(UUID organisation) {
    return reports.subject(organisation);
  }

  @Override
  public Optional<String> reportPath(UUID organisation) {
    return reports.path(organisation);
  }

  /** The newest invitation that the demo's mailbox shows; links themselves are stored nowhere. */
  @Override
  public Optional<String> raterPath(UUID organisation) {
    return database
        .outside(dsl ->
            dsl.select(MAIL.BODY)
                .from(MAIL)
                .where(MAIL.ORGANISATION_ID.eq(organisation))
                .and(MAIL.DEDUPE_KEY.startsWith("invitation:"))
                .orderBy(MAIL.ID.desc())
                .limit(1)
                .fetch(MAIL.BODY))
        .stream()
        .map(LINK::matcher)
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }
}
