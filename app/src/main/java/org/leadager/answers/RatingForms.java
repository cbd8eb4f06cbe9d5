package org.leadager.answers;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.leadager.access.Token;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instruments;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.answers.tables.records.ResumeRecord;
import org.leadager.rounds.Round;
import org.leadager.rounds.Rounds;
import org.springframework.stereotype.Service;

/**
 * The forms of a rater: opened by a private link, saved at every answer, submitted once. What is
 * acknowledged here has been committed.
 */
@Service
public class RatingForms {
  private static final UUID NOBODY = new UUID(0, 0);

  private final Database database;
  private final Rounds rounds;
  private final Instruments instruments;
  private final Clock clock;

  RatingForms(Database database, Rounds rounds, Instruments instruments, Clock clock) {
    this.database = database;
    this.rounds = rounds;
    this.instruments = instruments;
    this.clock = clock;
  }

  /** Who comes by this link while answers are taken. */
  public Optional<Sitting> open(String token) {
    return arrive(token) instanceof Arrival.Open open
        ? Optional.of(open.sitting())
        : Optional.empty();
  }

  /**
   * Who comes by this link. Links that are unknown, altered or revoked, and those of raters who
   * were taken out, are one and the same, and take the same statements to find out.
   */
  public Arrival arrive(String token) {
    byte[] hash = new Token(token).hash();
    List<ResumeRecord> rows = database.outside(dsl -> new AnswerStore(dsl).resume(hash));
    UUID organisation = rows.isEmpty() ? NOBODY : rows.getFirst().getOrganisationId();
    Optional<Round> round =
        rounds.find(organisation, rows.isEmpty() ? NOBODY : rows.getFirst().getRoundId());
    List<ResumeRecord> theirs =
        rows.stream().filter(r -> !"withdrawn".equals(r.getRequestState())).toList();
    if (round.isEmpty() || theirs.isEmpty()) {
      return new Arrival.Unknown();
    }
    if (!round.get().accepts(clock.instant())) {
      return over(round.get(), organisation, theirs);
    }
    return new Arrival.Open(
        new Sitting(
            organisation,
            round.get().id(),
            theirs.getFirst().getPersonId(),
            theirs.stream()
                .filter(r -> r.getFormId() != null)
                .map(r ->
                    new Sitting.Task(
                        r.getRequestId(), r.getSubjectId(), r.getSource(), r.getFormId()))
                .toList()));
  }

  private Arrival over(Round round, UUID organisation, List<ResumeRecord> rows) {
    List<UUID> forms = rows.stream().map(ResumeRecord::getFormId).filter(Objects::nonNull).toList();
    Map<UUID, String> receipts =
        database.read(organisation, dsl -> new AnswerStore(dsl).receipts(forms));
    return new Arrival.Over(
        organisation,
        round,
        rows.stream()
            .map(r -> new Arrival.Ended(r.getSubjectId(), receipts.get(r.getFormId())))
            .toList());
  }

  /** How far each of the rater's forms is: one statement for any number of them. */
  public Map<UUID, Standing> standings(Sitting sitting) {
    List<UUID> theirs = sitting.tasks().stream().map(Sitting.Task::form).toList();
    return database.read(sitting.organisation(), dsl -> new AnswerStore(dsl).standings(theirs));
  }

  /** The form as it stands. */
  public Draft draft(Sitting sitting, Sitting.Task task) {
    return database.read(
        sitting.organisation(),
        dsl -> {
          AnswerStore store = new AnswerStore(dsl);
          AnswerStore.Form form = store.form(task.form());
          Map<String, Draft.Answer> values = new HashMap<>();
          store.facts(task.form()).forEach((i, f) -> values.put(i, new Draft.Answer(f.value())));
          Map<String, String> comments = new HashMap<>();
          store.comments(task.form()).forEach((q, c) -> comments.put(q, c.text()));
          return new Draft(form.revision(), form.receipt(), values, comments);
        });
  }

  /**
   * Saves answers: all of them, or none. An answer is stale when its item was answered otherwise
   * after the revision that the rater saw; other items never stand in its way.
   */
  public Saved save(Sitting sitting, Sitting.Task task, Save save) {
    return database.write(
        sitting.organisation(),
        dsl -> {
          if (!rounds.accepts(sitting.organisation(), sitting.round(), task.request())) {
            return new Saved.Gone();
          }
          AnswerStore store = new AnswerStore(dsl);
          AnswerStore.Form form = store.lock(task.form());
          if (form.receipt() != null) {
            return new Saved.AlreadySubmitted(form.receipt());
          }
          Set<String> invalid = Validity.invalid(instrument(sitting), form(sitting), save);
          if (!invalid.isEmpty()) {
            return new Saved.Invalid(invalid);
          }
          return append(store, sitting, task, form, save);
        });
  }

  private static Saved append(
      AnswerStore store, Sitting sitting, Sitting.Task task, AnswerStore.Form form, Save save) {
    Changes changes = Changes.of(save, store.facts(task.form()), store.comments(task.form()));
    if (!changes.stale().isEmpty()) {
      return new Saved.Stale(form.revision(), changes.stale());
    }
    if (changes.none()) {
      return new Saved.Kept(form.revision());
    }
    long next = form.revision() + 1;
    store.append(
        sitting.organisation(),
        task.form(),
        next,
        new Save(next, changes.values(), changes.comments()));
    return new Saved.Kept(next);
  }

  /** Submits the form. However often and from wherever, there is one submission, one receipt. */
  public Saved submit(Sitting sitting, Sitting.Task task) {
    return database.write(
        sitting.organisation(),
        dsl -> {
          boolean open = rounds.accepts(sitting.organisation(), sitting.round(), task.request());
          AnswerStore store = new AnswerStore(dsl);
          AnswerStore.Form form = store.lock(task.form());
          if (form.receipt() != null) {
            return new Saved.Submitted(form.receipt());
          }
          if (!open) {
            return new Saved.Gone();
          }
          if (store.facts(task.form()).values().stream().allMatch(f -> f.value() == null)) {
            return new Saved.Empty();
          }
          String receipt = Receipt.fresh();
          store.submit(
              task.form(), receipt, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
          rounds.submitted(sitting.organisation(), task.request());
          return new Saved.Submitted(receipt);
        });
  }

  /** The instrument with which this round asks. */
  Instrument instrument(Sitting sitting) {
    Round round = round(sitting);
    return instruments
        .find(sitting.organisation(), round.instrumentCode(), round.instrumentVersion())
        .orElseThrow();
  }

  /** The items of this round's form, in order. */
  List<Instrument.Item> form(Sitting sitting) {
    Instrument instrument = instrument(sitting);
    return instrument.itemsOf(instrument.form(round(sitting).form()).orElseThrow());
  }

  Round round(Sitting sitting) {
    return rounds.find(sitting.organisation(), sitting.round()).orElseThrow();
  }
}
