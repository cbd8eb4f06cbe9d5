package org.leadager.rounds;

import static org.leadager.platform.db.jooq.platform.Tables.OUTBOX;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Leaves what happened to a round in the outbox, in the transaction in which it happened. */
final class RoundEvents {
  private RoundEvents() {}

  /**
   * @param kind {@link RoundLaunched#KIND} or {@link RoundClosed#KIND}
   */
  static void leave(DSLContext dsl, UUID organisation, String kind, UUID round) {
    dsl.insertInto(OUTBOX)
        .set(OUTBOX.ORGANISATION_ID, organisation)
        .set(OUTBOX.KIND, kind)
        .set(OUTBOX.PAYLOAD, JSONB.valueOf("{\"roundId\":\"" + round + "\"}"))
        .execute();
  }
}
