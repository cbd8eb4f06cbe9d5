package org.leadager.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.leadager.people.People;
import org.leadager.people.Person;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.access.Routines;
import org.leadager.platform.jobs.RepeatedJob;
import org.leadager.reports.Releases;
import org.leadager.reports.Reports;
import org.leadager.rounds.Round;
import org.leadager.rounds.RoundState;
import org.leadager.rounds.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Releases the sample's reports once they are worked out, and finds that of its one subject. */
@Component
@Profile("demo")
class SampleReports {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int MOST = 20;

  private final Database database;
  private final People people;
  private final Rounds rounds;
  private final Reports reports;
  private final Releases releases;
  private volatile boolean released;

  SampleReports(
      Database database, People people, Rounds rounds, Reports reports, Releases releases) {
    this.database = database;
    this.people = people;
    this.rounds = rounds;
    this.reports = reports;
    this.releases = releases;
  }

  @Bean
  static RepeatedJob releaseSampleReports(SampleReports sample) {
    return new RepeatedJob("release-sample-reports", PAUSE, sample::release);
  }

  /** Once in the life of the process: what is released already stays as it is. */
  private void release() {
    if (!released) {
      sample().ifPresent(this::release);
    }
  }

  private void release(UUID organisation) {
    SampleText text = SampleText.load();
    Optional<Round> scored =
        rounds.page(organisation, 1, MOST).stream()
            .filter(round -> round.state() == RoundState.SCORED)
            .filter(round -> text.isFinished(round.name()))
            .findFirst();
    Optional<Person> consultant = people.findByMail(organisation, text.people().getFirst().mail());
    if (scored.isPresent() && consultant.isPresent()) {
      releases.releaseAll(organisation, consultant.get().id(), scored.get());
      released = true;
    }
  }

  /** The sample's subject, once there is a report about them. */
  Optional<UUID> subject(UUID organisation) {
    return people
        .findByMail(organisation, SampleText.load().subject())
        .map(Person::id)
        .filter(person -> reports.hasAny(organisation, person));
  }

  /** Where that report is. */
  Optional<String> path(UUID organisation) {
    return subject(organisation)
        .flatMap(person -> reports.ofPerson(organisation, person).stream().findFirst())
        .map(report -> "/reports/" + report.id());
  }

  private Optional<UUID> sample() {
    return database.outside(dsl ->
        Routines.sampleOrganisations(dsl.configuration()).stream()
            .map(row -> row.get(0, UUID.class))
            .findFirst());
  }
}
