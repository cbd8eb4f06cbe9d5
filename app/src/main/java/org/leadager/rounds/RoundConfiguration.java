package org.leadager.rounds;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.leadager.access.BaseUrl;
import org.leadager.access.UrlRules;
import org.leadager.people.People;
import org.leadager.people.Role;
import org.leadager.platform.db.Database;
import org.leadager.platform.http.NavItem;
import org.leadager.platform.jobs.RepeatedJob;
import org.leadager.platform.mail.Outgoing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may set rounds up and watch them, and where they find them. */
@Configuration(proxyBeanMethods = false)
class RoundConfiguration {
  private static final Duration PAUSE = Duration.ofMinutes(5);
  private static final int NAV_ORDER = 20;

  @Bean
  NavItem roundNavigation() {
    return new NavItem(
        "Rounds", "/rounds", NAV_ORDER, viewer -> viewer.roles().contains("consultant"));
  }

  @Bean
  UrlRules roundUrls() {
    return new UrlRules()
        .roles(Set.of(Role.CONSULTANT), "/rounds", "/rounds/**", "/cases/*/rounds/**");
  }

  @Bean
  RepeatedJob roundsOnTime(
      Database database,
      Rounds rounds,
      People people,
      Outgoing outgoing,
      Clock clock,
      Deadlines.Reminders reminders) {
    Deadlines deadlines = new Deadlines(database, rounds, people, outgoing, clock, reminders);
    return new RepeatedJob("rounds-on-time", PAUSE, deadlines::keep);
  }

  @Bean
  Deadlines.Reminders reminders(
      BaseUrl baseUrl, @Value("${leadager.rounds.reminder-days:3}") int days) {
    return new Deadlines.Reminders(baseUrl, days);
  }
}
