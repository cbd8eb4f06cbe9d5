package org.leadager.reports;

import java.util.Set;
import org.leadager.access.UrlRules;
import org.leadager.people.Role;
import org.leadager.platform.http.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Who may open reports, and where they find them. */
@Configuration(proxyBeanMethods = false)
class ReportConfiguration {
  private static final int NAV_ORDER = 30;

  /** Before the rules of rounds, which are for consultants alone. */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE + 10)
  UrlRules reportUrls() {
    return new UrlRules()
        .roles(
            Set.of(Role.CONSULTANT, Role.SPONSOR),
            "/rounds/*/summary",
            "/rounds/*/summary.pdf",
            "/rounds/*/summary.csv")
        .roles(Set.of(Role.CONSULTANT), "/rounds/*/reports", "/rounds/*/reports/*")
        .signedIn("/reports", "/reports/*");
  }

  @Bean
  NavItem reportNavigation(Reports reports) {
    return new NavItem(
        "My report",
        "/reports",
        NAV_ORDER,
        viewer -> reports.hasAny(viewer.organisationId(), viewer.personId()));
  }
}
