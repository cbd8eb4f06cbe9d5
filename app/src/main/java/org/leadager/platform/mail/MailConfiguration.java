package org.leadager.platform.mail;

import java.time.Duration;
import org.leadager.platform.db.Database;
import org.leadager.platform.jobs.RepeatedJob;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends mail where a server is named; otherwise mail is kept. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.mail.host")
class MailConfiguration {
  private static final Duration PAUSE = Duration.ofSeconds(2);

  @Bean
  RepeatedJob sendMail(
      Database database,
      JavaMailSender smtp,
      @Value("${leadager.mail.from:leadager@localhost}") String from) {
    return new RepeatedJob("send-mail", PAUSE, new Sender(database, smtp, from)::sendWaiting);
  }
}
