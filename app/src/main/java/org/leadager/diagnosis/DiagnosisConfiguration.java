package org.leadager.diagnosis;

import java.util.Set;
import org.leadager.access.UrlRules;
import org.leadager.people.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may open the interview and the brief. */
@Configuration(proxyBeanMethods = false)
class DiagnosisConfiguration {
  @Bean
  UrlRules diagnosisUrls() {
    return new UrlRules()
        .roles(Set.of(Role.CONSULTANT, Role.SPONSOR), "/cases/*/ask", "/cases/*/brief");
  }
}
