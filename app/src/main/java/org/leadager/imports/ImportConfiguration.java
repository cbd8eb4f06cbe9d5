package org.leadager.imports;

import java.util.Set;
import org.leadager.access.UrlRules;
import org.leadager.people.Role;
import org.leadager.platform.http.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
  private static final int NAV_ORDER = 30;
  private static final Set<String> MAY = Set.of("consultant", "administrator");

  @Bean
  NavItem importNavigation() {
    return new NavItem(
        "Import", "/imports", NAV_ORDER, viewer -> viewer.roles().stream().anyMatch(MAY::contains));
  }

  @Bean
  UrlRules importRules() {
    return new UrlRules().roles(Set.of(Role.CONSULTANT, Role.ADMINISTRATOR), "/imports");
  }
}
