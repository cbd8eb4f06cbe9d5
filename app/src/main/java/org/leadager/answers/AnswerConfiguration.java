package org.leadager.answers;

import org.leadager.access.UrlRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A private link needs no account. */
@Configuration(proxyBeanMethods = false)
class AnswerConfiguration {
  @Bean
  UrlRules answerUrls() {
    return new UrlRules().open("/r/**");
  }
}
