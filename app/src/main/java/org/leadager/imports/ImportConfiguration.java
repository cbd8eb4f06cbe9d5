package org.leadager.imports;

import java.util.Set;
import org.leadager.access.UrlRules;
import org.leadager.people.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
  @Bean
  UrlRules importRules() {
    return new UrlRules().roles(Set.of(Role.CONSULTANT, Role.ADMINISTRATOR), "/imports");
  }
}
