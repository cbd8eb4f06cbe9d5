package org.leadager.platform.traffic;

import jakarta.servlet.Filter;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * The order matters: encoding first (Spring's own, highest), then the answer for a missing
 * database, then reading the body, then the turnstile, then sessions and sign-in.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrafficSettings.class)
class TrafficConfiguration {
  private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

  @Bean
  FilterRegistrationBean<DatabaseAway> databaseAway(TrafficSettings settings) throws IOException {
    ComeBackLater answer =
        new ComeBackLater("database-away.html", "database_unavailable", settings.retryAfter());
    return ordered(new DatabaseAway(answer), FIRST);
  }

  @Bean
  FilterRegistrationBean<BodyLimits> bodyLimits(TrafficSettings settings) {
    return ordered(new BodyLimits(settings), FIRST + 1);
  }

  @Bean
  FilterRegistrationBean<Turnstile> turnstile(TrafficSettings settings) throws IOException {
    ComeBackLater answer = new ComeBackLater("busy.html", "busy", settings.retryAfter());
    return ordered(new Turnstile(settings, answer), FIRST + 2);
  }

  private static <T extends Filter> FilterRegistrationBean<T> ordered(T filter, int order) {
    FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    return registration;
  }
}
