package org.leadager.rounds;

import java.util.Set;
import org.leadager.access.UrlRules;
import org.leadager.people.Role;
import org.leadager.platform.http.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may set rounds up and watch them, and where they find them. */
@Configuration(proxyBeanMethods = false)
class RoundConfiguration {
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
}
