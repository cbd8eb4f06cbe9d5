package org.leadager.platform.mail;

import static org.leadager.platform.db.jooq.platform.Tables.MAIL;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where features leave their mail. */
@Component
public class Outgoing {
  /**
   * Keeps a message in the caller's transaction: it is sent if, and only if, that commits.
   *
   * @param organisation whose message it is, null where none is known yet
   * @return false when a message with that key was left before, in which case nothing changes
   */
  public boolean leave(DSLContext dsl, @Nullable UUID organisation, Mail mail) {
    return dsl.insertInto(MAIL)
            .set(MAIL.ORGANISATION_ID, organisation)
            .set(MAIL.DEDUPE_KEY, mail.dedupeKey())
            .set(MAIL.TO_ADDRESS, mail.to())
            .set(MAIL.SUBJECT, mail.subject())
            .set(MAIL.BODY, mail.text())
            .onConflict(MAIL.DEDUPE_KEY)
            .doNothing()
            .execute()
        == 1;
  }
}
