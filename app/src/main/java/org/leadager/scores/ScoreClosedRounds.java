package org.leadager.scores;

import java.util.Optional;
import java.util.UUID;
import org.leadager.platform.outbox.OutboxHandler;
import org.leadager.rounds.RoundClosed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A round that closes is scored. */
@Component
class ScoreClosedRounds implements OutboxHandler {
  private static final Logger log = LoggerFactory.getLogger(ScoreClosedRounds.class);
  private static final JsonMapper JSON = new JsonMapper();

  private final Scoring scoring;

  ScoreClosedRounds(Scoring scoring) {
    this.scoring = scoring;
  }

  @Override
  public String kind() {
    return RoundClosed.KIND;
  }

  /** An entry that names no round of this organisation will not do so later: it is let go. */
  @Override
  public void handle(UUID organisation, String payload) {
    round(payload)
        .ifPresentOrElse(
            round -> scoring.score(organisation, round),
            () -> log.warn("A {} names no round: {}", RoundClosed.KIND, payload));
  }

  private static Optional<UUID> round(String payload) {
    try {
      return Optional.of(UUID.fromString(JSON.readTree(payload).path("roundId").asString("")));
    } catch (JacksonException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
