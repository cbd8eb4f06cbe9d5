package org.leadager.reports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadager.people.People;
import org.leadager.platform.db.Database;
import org.leadager.platform.http.Slice;
import org.leadager.rounds.Rounds;
import org.leadager.scores.Figures;
import org.springframework.stereotype.Service;

/** The reports of an organisation, released or on their way. */
@Service
public class Reports {
  private final Database database;
  private final Rounds rounds;
  private final People people;

  Reports(Database database, Rounds rounds, People people) {
    this.database = database;
    this.rounds = rounds;
    this.people = people;
  }

  /** Where a subject's report stands. */
  public enum State {
    WAITING("Waiting for scores"),
    READY("Ready, not released"),
    RELEASED("Released"),
    NO_REPORT("No report");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** The state as pages say it. */
    public String words() {
      return words;
    }
  }

  /**
   * A subject in the list of a round.
   *
   * @param report the released report, or null
   * @param why what more there is to say about the state; empty where nothing is
   */
  public record Row(UUID subject, String name, State state, @Nullable UUID report, String why) {}

  /** A line of a person's own list. */
  public record Own(UUID id, String round, String day) {}

  /** How many subjects of a round there are in each state. */
  public record Counts(int subjects, int scored, int ready, int released) {
    /** Whether there is nothing left to wait for or to release. */
    public boolean done() {
      return scored == subjects && ready == 0 && released > 0;
    }
  }

  /** A page of a round's subjects by name; as many statements however many there are. */
  Slice<Row> page(UUID organisation, UUID round, int number, int size) {
    List<Row> all = new ArrayList<>(rows(organisation, round));
    int last = Math.max(1, (all.size() + size - 1) / size);
    int page = Math.clamp(number, 1, last);
    int from = Math.min(all.size(), (page - 1) * size);
    int to = Math.min(all.size(), from + size);
    return new Slice<>(all.subList(from, to), page, size, all.size());
  }

  private List<Row> rows(UUID organisation, UUID round) {
    Map<UUID, UUID> subjects = rounds.subjects(organisation, round);
    Map<UUID, String> names = people.names(organisation, subjects.values());
    return database.read(
        organisation,
        dsl -> {
          ReportStore store = new ReportStore(dsl);
          Map<UUID, Figures.Outcome> scored = store.scored(round);
          Map<UUID, ReportStore.Entry> released = store.entries(round);
          List<Row> rows = new ArrayList<>();
          subjects.forEach((subject, person) ->
              rows.add(
                  row(
                      subject,
                      names.getOrDefault(person, ""),
                      scored.get(subject),
                      released.get(subject))));
          rows.sort(Comparator.comparing(Row::name).thenComparing(Row::subject));
          return rows;
        });
  }

  private static Row row(
      UUID subject,
      String name,
      Figures.@Nullable Outcome scored,
      ReportStore.@Nullable Entry released) {
    if (released != null) {
      String day = "on " + Sayings.day(released.releasedAt());
      return new Row(subject, name, State.RELEASED, released.id(), day);
    }
    if (scored == null) {
      return new Row(subject, name, State.WAITING, null, "");
    }
    return scored == Figures.Outcome.SCORED
        ? new Row(subject, name, State.READY, null, "")
        : new Row(subject, name, State.NO_REPORT, null, Limits.noReport(scored));
  }

  /** How far a round's reports are. */
  public Counts counts(UUID organisation, UUID round) {
    int subjects = rounds.subjects(organisation, round).size();
    return database.read(
        organisation,
        dsl -> {
          ReportStore store = new ReportStore(dsl);
          Map<UUID, Figures.Outcome> scored = store.scored(round);
          Map<UUID, ReportStore.Entry> released = store.entries(round);
          int ready =
              (int)
                  scored.entrySet().stream()
                      .filter(s ->
                          s.getValue() == Figures.Outcome.SCORED
                              && !released.containsKey(s.getKey()))
                      .count();
          return new Counts(subjects, scored.size(), ready, released.size());
        });
  }

  /** The released report of that id; empty when this organisation has none. */
  Optional<ReportStore.Released> find(UUID organisation, UUID report) {
    return database.read(organisation, dsl -> new ReportStore(dsl).find(report));
  }

  /** The released reports of a round, in the order of its subjects. */
  List<ReportStore.Released> ofRound(UUID organisation, UUID round) {
    return database.read(organisation, dsl -> new ReportStore(dsl).ofRound(round));
  }

  /** The released reports about a person, the newest first. */
  public List<Own> ofPerson(UUID organisation, UUID person) {
    return database.read(organisation, dsl -> new ReportStore(dsl).ofPerson(person));
  }

  /** Whether there is a released report about this person. */
  public boolean hasAny(UUID organisation, UUID person) {
    return database.read(organisation, dsl -> new ReportStore(dsl).hasAny(person));
  }
}
