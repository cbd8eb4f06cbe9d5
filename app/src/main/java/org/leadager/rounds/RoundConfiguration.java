package org.leadager.rounds;

import java.util.Set;
import org.leadager.access.UrlRules;
import org.leadager.people.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may set rounds up and watch them. */
@Configuration(proxyBeanMethods = false)
class RoundConfiguration {
  @Bean
  UrlRules roundUrls() {
    return new UrlRules()
        .roles(Set.of(Role.CONSULTANT), "/rounds", "/rounds/**", "/cases/*/rounds/**");
  }
}
