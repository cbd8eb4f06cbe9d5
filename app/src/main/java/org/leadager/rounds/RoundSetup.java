package org.leadager.rounds;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.leadager.access.BaseUrl;
import org.leadager.access.Token;
import org.leadager.people.People;
import org.leadager.people.Person;
import org.leadager.people.PersonDraft;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.rounds.tables.records.RatingRequestRecord;
import org.leadager.platform.db.jooq.rounds.tables.records.SubjectRecord;
import org.leadager.platform.mail.Mail;
import org.leadager.platform.mail.Outgoing;
import org.springframework.stereotype.Service;

/** Sets a round up, and launches it: from then on what raters were promised is fixed. */
@Service
public class RoundSetup {
  private final Database database;
  private final People people;
  private final Outgoing outgoing;
  private final Clock clock;
  private final Letters letters;

  RoundSetup(Database database, People people, Outgoing outgoing, Clock clock, BaseUrl baseUrl) {
    this.database = database;
    this.people = people;
    this.outgoing = outgoing;
    this.clock = clock;
    this.letters = new Letters(baseUrl);
  }

  /** Makes a round in draft. */
  public UUID draft(UUID organisation, UUID actor, RoundDraft draft) {
    return database.write(
        organisation,
        dsl -> {
          UUID round = new RoundStore(dsl).insert(organisation, actor, draft);
          new RoundLog(dsl, clock)
              .append(organisation, round, actor, "drafted", Map.of("form", draft.form()));
          return round;
        });
  }

  /** Adds the rows of a CSV text to a draft: all of them, or none with every bad row named. */
  public Outcome addPanel(UUID organisation, UUID round, String csv) {
    PanelFile file = PanelFile.read(csv);
    return file.problems().isEmpty()
        ? addPanel(organisation, round, file.rows())
        : new Outcome.Refused(file.problems());
  }

  /** Adds one pair typed by hand to a draft. */
  public Outcome addPair(
      UUID organisation, UUID round, PersonDraft subject, PersonDraft rater, String source) {
    List<String> problems = PanelFile.check(subject, rater, source, source);
    return problems.isEmpty()
        ? addPanel(organisation, round, List.of(new PanelRow(1, subject, rater, source)))
        : new Outcome.Refused(problems);
  }

  private Outcome addPanel(UUID organisation, UUID round, List<PanelRow> rows) {
    return database.write(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          Round there = store.lock(round).orElse(null);
          if (there == null) {
            return new Outcome.NotFound();
          }
          if (there.state() != RoundState.DRAFT) {
            return Outcome.Refused.because("The round has been launched; its panel is fixed.");
          }
          List<String> known = already(store, organisation, round, rows);
          if (!known.isEmpty()) {
            return new Outcome.Refused(known);
          }
          seat(new PanelStore(dsl, organisation, round), organisation, rows);
          return new Outcome.Done();
        });
  }

  private void seat(PanelStore panel, UUID organisation, List<PanelRow> rows) {
    Map<String, UUID> ids =
        people.ensureAll(
            organisation, rows.stream().flatMap(r -> Stream.of(r.subject(), r.rater())).toList());
    Map<UUID, UUID> subjects =
        panel.subjects(rows.stream().map(r -> id(ids, r.subject())).toList());
    panel.requests(
        rows.stream().map(r -> Objects.requireNonNull(subjects.get(id(ids, r.subject())))).toList(),
        rows.stream().map(r -> id(ids, r.rater())).toList(),
        rows.stream().map(PanelRow::source).toList(),
        RoundStore.WAITING);
  }

  private static UUID id(Map<String, UUID> ids, PersonDraft draft) {
    return Objects.requireNonNull(ids.get(draft.mail()), draft.mail());
  }

  private List<String> already(
      RoundStore store, UUID organisation, UUID round, List<PanelRow> rows) {
    Map<UUID, UUID> personOf = new HashMap<>();
    store.subjects(round).forEach(s -> personOf.put(s.getId(), s.getPersonId()));
    Set<List<UUID>> pairs = new HashSet<>();
    store
        .requests(round)
        .forEach(r -> pairs.add(List.of(personOf.get(r.getSubjectId()), r.getPersonId())));
    if (pairs.isEmpty()) {
      return List.of();
    }
    Map<String, UUID> ids =
        people.idsByMail(
            organisation,
            rows.stream().flatMap(r -> Stream.of(r.subject().mail(), r.rater().mail())).toList());
    Map<UUID, String> names = people.names(organisation, ids.values());
    List<String> problems = new ArrayList<>();
    for (PanelRow row : rows) {
      UUID subject = ids.get(row.subject().mail());
      UUID rater = ids.get(row.rater().mail());
      if (subject != null && rater != null && pairs.contains(List.of(subject, rater))) {
        problems.add(
            "Row %d: %s rates %s in this round already. Take the row out."
                .formatted(row.number(), names.get(rater), names.get(subject)));
      }
    }
    return problems;
  }

  /** Who rates whom, with names; empty when the organisation has no such round. */
  public Optional<Panel> panel(UUID organisation, UUID round) {
    return database.read(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          return store.find(round).map(r -> panel(store, organisation, round));
        });
  }

  private Panel panel(RoundStore store, UUID organisation, UUID round) {
    List<SubjectRecord> subjects = store.subjects(round);
    List<RatingRequestRecord> requests = store.requests(round);
    Set<UUID> persons = new HashSet<>();
    subjects.forEach(s -> persons.add(s.getPersonId()));
    requests.forEach(r -> persons.add(r.getPersonId()));
    Map<UUID, String> names = people.names(organisation, persons);
    Map<UUID, List<Panel.Seat>> seats = new HashMap<>();
    for (RatingRequestRecord r : requests) {
      seats
          .computeIfAbsent(r.getSubjectId(), s -> new ArrayList<>())
          .add(
              new Panel.Seat(
                  r.getId(),
                  r.getPersonId(),
                  names.getOrDefault(r.getPersonId(), ""),
                  r.getSource(),
                  !RoundStore.WITHDRAWN.equals(r.getState())));
    }
    return new Panel(
        subjects.stream()
            .map(s ->
                new Panel.Subject(
                    s.getId(),
                    s.getPersonId(),
                    names.getOrDefault(s.getPersonId(), ""),
                    seats.getOrDefault(s.getId(), List.of())))
            .toList());
  }

  /** Asks every rater by one private link each. Launching an open round changes nothing. */
  public Outcome launch(UUID organisation, UUID actor, UUID round) {
    return database.write(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          Round there = store.lock(round).orElse(null);
          if (there == null) {
            return new Outcome.NotFound();
          }
          if (there.state() == RoundState.OPEN) {
            return new Outcome.Done();
          }
          List<String> problems = notReady(store, there);
          if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
          }
          store.move(
              round, RoundState.OPEN, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
          int invited = invite(dsl, organisation, there);
          new RoundLog(dsl, clock)
              .append(organisation, round, actor, "launched", promises(there, invited));
          RoundEvents.leave(dsl, organisation, RoundLaunched.KIND, round);
          return new Outcome.Done();
        });
  }

  private List<String> notReady(RoundStore store, Round round) {
    if (!round.state().next(round.origin()).contains(RoundState.OPEN)) {
      return List.of("This round is over; nobody can be asked any more.");
    }
    List<String> problems = new ArrayList<>();
    if (store.requests(round.id()).isEmpty()) {
      problems.add("Add at least one person to be rated, with raters.");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    if (round.closesOn() != null && round.closesOn().isBefore(today)) {
      problems.add("The closing date has passed. Make a new round with a later one.");
    }
    return problems;
  }

  private int invite(DSLContext dsl, UUID organisation, Round round) {
    RoundStore store = new RoundStore(dsl);
    Map<UUID, Integer> forms = new LinkedHashMap<>();
    store.requests(round.id()).forEach(r -> forms.merge(r.getPersonId(), 1, Integer::sum));
    Map<UUID, Token> links = new LinkedHashMap<>();
    forms.keySet().forEach(person -> links.put(person, Token.fresh()));
    Map<UUID, UUID> invitations =
        store.invite(organisation, round.id(), RoundStore.Invitation.INVITATION, links);
    Map<UUID, Person> raters = people.findAll(organisation, forms.keySet());
    List<Mail> mails = new ArrayList<>();
    forms.forEach((person, count) ->
        mails.add(
            letters.invitation(
                "invitation:" + invitations.get(person),
                Objects.requireNonNull(raters.get(person)),
                round,
                Objects.requireNonNull(links.get(person)),
                count)));
    outgoing.leaveAll(dsl, organisation, mails);
    return forms.size();
  }

  private static Map<String, String> promises(Round round, int invited) {
    return Map.of(
        "instrument", round.instrumentCode() + " " + round.instrumentVersion(),
        "form", round.form(),
        "minimumGroup", Integer.toString(round.minimumGroup()),
        "invited", Integer.toString(invited));
  }
}
