package org.leadager.platform.mail;

import static org.leadager.platform.db.jooq.platform.Tables.MAIL;

import java.util.List;
import java.util.UUID;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.jooq.platform.tables.records.MailRecord;
import org.leadager.platform.http.NavItem;
import org.leadager.platform.http.NoSuchThing;
import org.leadager.platform.http.PageView;
import org.leadager.platform.http.Slice;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The demo's mailbox: every mail that would have been sent. */
@Controller
@Profile("demo")
class Mailbox {
  private static final int PAGE_SIZE = 25;
  private static final int LAST_PAGE = 10_000;
  private static final int NAV_ORDER = 90;

  private final Database database;

  Mailbox(Database database) {
    this.database = database;
  }

  @Bean
  static NavItem mailboxLink() {
    return new NavItem("Mailbox", "/mailbox", NAV_ORDER, viewer -> true);
  }

  @GetMapping("/mailbox")
  PageView list(@RequestParam(defaultValue = "1") int page) {
    int number = Math.clamp(page, 1, LAST_PAGE);
    Slice<MailRecord> mails =
        database.outside(dsl -> {
          List<MailRecord> items =
              dsl.selectFrom(MAIL)
                  .orderBy(MAIL.CREATED_AT.desc(), MAIL.ID.desc())
                  .limit(PAGE_SIZE)
                  .offset((number - 1) * PAGE_SIZE)
                  .fetch();
          return new Slice<>(items, number, PAGE_SIZE, dsl.fetchCount(MAIL));
        });
    return PageView.of("mailbox/list").with("mails", mails);
  }

  @GetMapping("/mailbox/{id}")
  PageView mail(@PathVariable UUID id) {
    MailRecord mail =
        database
            .outside(dsl -> dsl.fetchOptional(MAIL, MAIL.ID.eq(id)))
            .orElseThrow(NoSuchThing::new);
    return PageView.of("mailbox/mail")
        .with("mail", mail)
        .with("text", new MailText(mail.getBody()));
  }
}
