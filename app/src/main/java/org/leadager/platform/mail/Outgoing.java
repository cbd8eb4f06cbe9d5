package org.leadager.platform.mail;

import static org.leadager.platform.db.jooq.platform.Tables.MAIL;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where features leave their mail. */
@Component
public class Outgoing {
  private static final String ALL =
      """
      insert into platform.mail (organisation_id, dedupe_key, to_address, subject, body)
      select ?, t.dedupe_key, t.to_address, t.subject, t.body
        from unnest(?::text[], ?::text[], ?::text[], ?::text[])
             with ordinality t(dedupe_key, to_address, subject, body, n)
       order by t.n
      on conflict (dedupe_key) do nothing
      """;

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

  /** As {@link #leave}, for many messages in one statement. */
  public void leaveAll(DSLContext dsl, @Nullable UUID organisation, List<Mail> mails) {
    dsl.execute(
        ALL,
        organisation,
        mails.stream().map(Mail::dedupeKey).toArray(String[]::new),
        mails.stream().map(Mail::to).toArray(String[]::new),
        mails.stream().map(Mail::subject).toArray(String[]::new),
        mails.stream().map(Mail::text).toArray(String[]::new));
  }
}
