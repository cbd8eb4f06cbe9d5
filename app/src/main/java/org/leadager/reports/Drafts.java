package org.leadager.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instruments;
import org.leadager.people.People;
import org.leadager.people.Person;
import org.leadager.platform.db.Database;
import org.leadager.reports.ReportContent.Said;
import org.leadager.rounds.Round;
import org.leadager.rounds.Rounds;
import org.leadager.scores.Scores;
import org.leadager.scores.Snapshot;
import org.springframework.stereotype.Component;

/** Makes reports out of the newest scores: what a consultant previews is what a release freezes. */
@Component
class Drafts {
  private final Database database;
  private final Rounds rounds;
  private final People people;
  private final Instruments instruments;
  private final Scores scores;

  Drafts(Database database, Rounds rounds, People people, Instruments instruments, Scores scores) {
    this.database = database;
    this.rounds = rounds;
    this.people = people;
    this.instruments = instruments;
    this.scores = scores;
  }

  /** A report that is ready to be released. */
  record Draft(UUID id, UUID subject, Person person, UUID snapshot, ReportContent content) {}

  /** The one of this subject, if there can be one. */
  List<Draft> of(UUID organisation, Round round, UUID subject) {
    List<Snapshot> newest = scores.latest(organisation, subject).stream().toList();
    return drafts(organisation, round, newest);
  }

  /** Those of all subjects of a round about whom there can be one, those to leave out left out. */
  List<Draft> of(UUID organisation, Round round, Set<UUID> leaveOut) {
    List<Snapshot> newest =
        scores.ofRound(organisation, round.id()).stream()
            .filter(s -> !leaveOut.contains(s.subjectId()))
            .toList();
    return drafts(organisation, round, newest);
  }

  private List<Draft> drafts(UUID organisation, Round round, List<Snapshot> newest) {
    List<Snapshot> ready =
        newest.stream()
            .filter(s -> s.roundId().equals(round.id()))
            .filter(s -> Limits.noReport(s.figures()).isEmpty())
            .toList();
    if (ready.isEmpty()) {
      return List.of();
    }
    return database.read(organisation, dsl -> drafts(dsl, organisation, round, ready));
  }

  private List<Draft> drafts(DSLContext dsl, UUID organisation, Round round, List<Snapshot> ready) {
    Instrument instrument =
        instruments
            .find(organisation, round.instrumentCode(), round.instrumentVersion())
            .orElseThrow();
    Map<UUID, UUID> persons = rounds.subjects(organisation, round.id());
    List<UUID> subjects = ready.stream().map(Snapshot::subjectId).toList();
    Map<UUID, Person> byId =
        people.findAll(organisation, subjects.stream().map(persons::get).toList());
    ContentMaker maker =
        new ContentMaker(
            people.organisation(organisation).orElseThrow().name(),
            round,
            instrument,
            persons.size());
    Map<UUID, UUID> ids =
        subjects.stream().collect(Collectors.toMap(s -> s, s -> UUID.randomUUID()));
    Map<UUID, List<Said>> said = comments(dsl, instrument, round, ids);
    List<Draft> drafts = new ArrayList<>();
    for (Snapshot snapshot : ready) {
      UUID subject = snapshot.subjectId();
      Person person = byId.get(persons.get(subject));
      UUID id = ids.get(subject);
      if (person == null || id == null) {
        throw new IllegalStateException("scores of somebody who is not in the round: " + subject);
      }
      ReportContent content =
          maker.content(person.name(), snapshot, said.getOrDefault(subject, List.of()));
      drafts.add(new Draft(id, subject, person, snapshot.id(), content));
    }
    return drafts;
  }

  /** Comments through the gate that decided about the figures: the same panel, the same raters. */
  private static Map<UUID, List<Said>> comments(
      DSLContext dsl, Instrument instrument, Round round, Map<UUID, UUID> ids) {
    if (instrument.openQuestions().isEmpty()) {
      return Map.of();
    }
    ReportStore store = new ReportStore(dsl);
    Map<UUID, List<Comment>> given = store.comments(ids.keySet());
    if (given.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<Respondent>> panels = panels(store, instrument, given.keySet());
    Instrument.Form form = instrument.form(round.form()).orElseThrow();
    Disclosure gate =
        new Disclosure(round.minimumGroup(), DisclosureAdmission.blocks(instrument, form));
    Map<UUID, List<Said>> shown = new HashMap<>();
    given.forEach((subject, comments) -> {
      Disclosed disclosed = gate.decide(panels.getOrDefault(subject, List.of()));
      UUID salt = ids.get(subject);
      if (salt != null) {
        shown.put(
            subject,
            worded(
                instrument,
                CommentGate.open(instrument.openQuestions(), comments, disclosed, salt)));
      }
    });
    return shown;
  }

  private static Map<UUID, List<Respondent>> panels(
      ReportStore store, Instrument instrument, Collection<UUID> subjects) {
    Map<UUID, List<Respondent>> panels = new HashMap<>();
    for (ReportStore.Answered rater : store.answered(subjects)) {
      Instrument.Group group = instrument.source(rater.source()).orElseThrow().group();
      panels
          .computeIfAbsent(rater.subject(), s -> new ArrayList<>())
          .add(new Respondent(rater.rater(), group, Set.copyOf(rater.items())));
    }
    return panels;
  }

  private static List<Said> worded(Instrument instrument, Map<String, List<String>> open) {
    Map<String, String> questions = instrument.wording().original().openQuestions();
    List<Said> said = new ArrayList<>();
    open.forEach((code, words) -> said.add(new Said(questions.getOrDefault(code, code), words)));
    return said;
  }
}
