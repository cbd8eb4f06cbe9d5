package org.leadager.platform.outbox;

import static org.leadager.platform.db.jooq.platform.Tables.OUTBOX;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;

/** Where features leave what must follow from a change. */
@Component
public class Outbox {
  /**
   * Keeps an entry in the caller's transaction: its handler gets it if, and only if, that commits.
   *
   * @param json the payload as JSON text
   */
  public void append(DSLContext dsl, UUID organisation, String kind, String json) {
    dsl.insertInto(OUTBOX)
        .set(OUTBOX.ORGANISATION_ID, organisation)
        .set(OUTBOX.KIND, kind)
        .set(OUTBOX.PAYLOAD, JSONB.valueOf(json))
        .execute();
  }
}
