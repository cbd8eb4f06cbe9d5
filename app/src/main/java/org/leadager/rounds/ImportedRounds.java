package org.leadager.rounds;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadager.platform.db.Database;
import org.springframework.stereotype.Service;

/**
 * Rounds that were finished elsewhere. They pass through the same states, log and events as rounds
 * held here, so that whatever follows a close follows theirs. All of it runs inside the transaction
 * of whoever brings the ratings.
 */
@Service
public class ImportedRounds {
  private final Database database;
  private final Clock clock;

  ImportedRounds(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * A round for brought ratings.
   *
   * @param isNew false where this content was brought before; then nothing must follow
   */
  public record Begun(UUID round, boolean isNew) {}

  /**
   * Who rated whom, one element of each list a form.
   *
   * @param subjects persons who are rated
   * @param raters persons who rate
   * @param sources codes of the instrument's sources
   */
  public record Pairs(List<UUID> subjects, List<UUID> raters, List<String> sources) {}

  /**
   * Makes the round in draft, or finds the one that holds the same content.
   *
   * @param draft with the fingerprint of its content
   */
  public Begun begin(UUID organisation, UUID actor, RoundDraft draft) {
    String content = draft.contentHash();
    if (content == null) {
      throw new IllegalArgumentException("a brought round needs its content's fingerprint");
    }
    return database.write(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          return store
              .insertBrought(organisation, actor, draft)
              .map(round -> new Begun(round, true))
              .orElseGet(() -> new Begun(store.withContent(content), false));
        });
  }

  /**
   * Seats the panel, its forms being in already.
   *
   * @return the id under which the round rates each person
   */
  public Map<UUID, UUID> seat(UUID organisation, UUID round, Pairs pairs) {
    return database.write(
        organisation,
        dsl -> {
          PanelStore panel = new PanelStore(dsl, organisation, round);
          Map<UUID, UUID> subjects = panel.subjects(pairs.subjects());
          panel.requests(
              pairs.subjects().stream().map(subjects::get).toList(),
              pairs.raters(),
              pairs.sources(),
              RoundStore.SUBMITTED);
          return subjects;
        });
  }

  /**
   * Closes the round, says so in its log and asks for scores. Done twice, it is done once.
   *
   * @param counts what came in, for the log: such as {@code subjects} and how many
   */
  public void finish(UUID organisation, UUID actor, UUID round, Map<String, String> counts) {
    database.change(
        organisation,
        dsl -> {
          RoundStore store = new RoundStore(dsl);
          Round there = store.lock(round).orElseThrow();
          if (there.origin() != Round.Origin.IMPORTED) {
            throw new IllegalStateException("round " + round + " was not brought from elsewhere");
          }
          if (there.state().isOver()) {
            return;
          }
          store.move(
              round, RoundState.CLOSED, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
          RoundLog log = new RoundLog(dsl, clock);
          log.append(organisation, round, actor, "imported", counts);
          log.append(organisation, round, actor, "closed", Map.of());
          RoundEvents.leave(dsl, organisation, RoundClosed.KIND, round);
        });
  }
}
