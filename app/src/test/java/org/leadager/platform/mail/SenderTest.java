package org.leadager.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Arrays;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.TestDatabase;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class SenderTest {
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final TestDatabase test = TestDatabase.fresh();
  private final Database database = test.database();
  private final JavaMailSenderImpl smtp = new JavaMailSenderImpl();
  private final Sender sender = new Sender(database, smtp, "leadager@calder.example");

  @BeforeEach
  void start() {
    server.start();
    smtp.setHost("127.0.0.1");
    smtp.setPort(server.getSmtp().getPort());
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void everyMailGoesOutOnceAndItsWordsAreNotKept() throws Exception {
    leave(1, 2, 3, 3);
    sender.sendWaiting();
    sender.sendWaiting();
    assertThat(Arrays.stream(server.getReceivedMessages()).map(SenderTest::subject))
        .containsExactlyInAnyOrder("Ask 1", "Ask 2", "Ask 3");
    assertThat(owner("select body from platform.mail")).containsOnly("");
  }

  @Test
  void aServerThatIsAwayIsWaitedForAndNothingIsLostOrSentTwice() {
    leave(1);
    sender.sendWaiting();
    server.stop();
    leave(2, 3);
    sender.sendWaiting();
    assertThat(owner("select body from platform.mail where sent_at is null order by subject"))
        .containsExactly("/r/2", "/r/3");
    assertThat(owner("select dedupe_key from platform.mail where last_error is not null"))
        .hasSize(2);
    server.start();
    smtp.setPort(server.getSmtp().getPort());
    owner("update platform.mail set next_attempt_at = now() returning subject");
    sender.sendWaiting();
    assertThat(Arrays.stream(server.getReceivedMessages()).map(SenderTest::subject))
        .contains("Ask 2", "Ask 3")
        .doesNotHaveDuplicates();
  }

  private void leave(int... numbers) {
    database.outside(dsl -> {
      for (int number : numbers) {
        String key = "ask:" + number;
        new Outgoing()
            .leave(dsl, null, new Mail(key, "bo@calder.example", "Ask " + number, "/r/" + number));
      }
      return numbers;
    });
  }

  private List<String> owner(String sql) {
    return DSL.using(test.owner(), SQLDialect.POSTGRES).fetch(sql).getValues(0, String.class);
  }

  private static String subject(jakarta.mail.internet.MimeMessage message) {
    try {
      return message.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
