package org.leadager.platform.mail;

import static org.leadager.platform.db.jooq.platform.Tables.MAIL;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.platform.tables.records.MailRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Sends waiting mail, one at a time. A mail is claimed before it is handed to the server and marked
 * after it, so no two nodes send it; should the program die between the two, the mail goes out
 * again later under the same Message-ID, by which mail servers recognise it.
 */
class Sender {
  private static final Logger log = LoggerFactory.getLogger(Sender.class);
  private static final Duration CLAIM = Duration.ofMinutes(10);
  private static final int LONGEST_PAUSE_MINUTES = 60;

  private final Database database;
  private final JavaMailSender smtp;
  private final String from;

  Sender(Database database, JavaMailSender smtp, String from) {
    this.database = database;
    this.smtp = smtp;
    this.from = from;
  }

  /** Sends until nothing waits. After a failure the mail waits longer each time, up to an hour. */
  void sendWaiting() {
    Optional<MailRecord> next = claim();
    while (next.isPresent()) {
      MailRecord mail = next.get();
      try {
        smtp.send(message(mail));
        database.outside(dsl ->
            dsl.update(MAIL)
                .set(MAIL.SENT_AT, now())
                // A private link is stored as a hash only; its mail must not keep it in plain text.
                .set(MAIL.BODY, "")
                .setNull(MAIL.LAST_ERROR)
                .where(MAIL.ID.eq(mail.getId()))
                .execute());
      } catch (MailException | MessagingException e) {
        log.warn("Mail {} could not be sent and waits: {}", mail.getId(), e.getMessage());
        postpone(mail, String.valueOf(e.getMessage()));
      }
      next = claim();
    }
  }

  private Optional<MailRecord> claim() {
    return database.outside(dsl ->
        dsl.selectFrom(MAIL)
            .where(MAIL.SENT_AT.isNull().and(MAIL.NEXT_ATTEMPT_AT.le(now())))
            .orderBy(MAIL.CREATED_AT)
            .limit(1)
            .forUpdate()
            .skipLocked()
            .fetchOptional()
            .map(mail -> {
              mail.setAttempts(mail.getAttempts() + 1);
              mail.setNextAttemptAt(now().plus(CLAIM));
              mail.update();
              return mail;
            }));
  }

  private void postpone(MailRecord mail, String error) {
    int minutes = Math.min(LONGEST_PAUSE_MINUTES, 1 << Math.min(mail.getAttempts() - 1, 6));
    database.outside(dsl ->
        dsl.update(MAIL)
            .set(MAIL.NEXT_ATTEMPT_AT, now().plusMinutes(minutes))
            .set(MAIL.LAST_ERROR, error)
            .where(MAIL.ID.eq(mail.getId()))
            .execute());
  }

  private MimeMessage message(MailRecord mail) throws MessagingException {
    MimeMessage message =
        new MimeMessage(smtp.createMimeMessage().getSession()) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + mail.getId() + "@leadager>");
          }
        };
    message.setFrom(from);
    message.setRecipients(jakarta.mail.Message.RecipientType.TO, mail.getToAddress());
    message.setSubject(mail.getSubject(), StandardCharsets.UTF_8.name());
    message.setText(mail.getBody(), StandardCharsets.UTF_8.name());
    return message;
  }

  private static OffsetDateTime now() {
    return OffsetDateTime.now(ZoneOffset.UTC);
  }
}
