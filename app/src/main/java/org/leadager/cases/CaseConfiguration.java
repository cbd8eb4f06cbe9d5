package org.leadager.cases;

import java.util.Set;
import org.leadager.access.UrlRules;
import org.leadager.people.Role;
import org.leadager.platform.http.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may open cases, and where they find them. */
@Configuration(proxyBeanMethods = false)
class CaseConfiguration {
  private static final int NAV_ORDER = 10;

  @Bean
  UrlRules caseRules() {
    return new UrlRules().roles(Set.of(Role.CONSULTANT, Role.SPONSOR), "/cases", "/cases/*");
  }

  @Bean
  NavItem caseNavigation() {
    return new NavItem("Cases", "/cases", NAV_ORDER, CasePages::worksOnCases);
  }
}
