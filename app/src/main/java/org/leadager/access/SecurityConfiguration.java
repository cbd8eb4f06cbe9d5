package org.leadager.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.leadager.people.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** What holds for every request: the gate, forged requests, headers, sessions. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  private static final Logger log = LoggerFactory.getLogger(SignInConsole.class);
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src"
          + " 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
          + " 'none'";

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  UrlRules commonAddresses() {
    return new UrlRules()
        .open("/", "/error", "/assets/**", "/r/**", "/sign-in", "/sign-in/*", "/first-start")
        .open("/actuator/health", "/local/*")
        .signedIn("/sign-out")
        .roles(Set.of(Role.ADMINISTRATOR), "/people", "/people/*");
  }

  @Bean
  @org.springframework.context.annotation.Profile("demo")
  UrlRules demoAddresses() {
    return new UrlRules().open("/demo/enter/*", "/mailbox", "/mailbox/*", "/gallery");
  }

  @Bean
  SignInConsole signInConsole(Environment environment) {
    boolean mailStaysHere =
        environment.getProperty("spring.mail.host", "").isBlank()
            && !environment.acceptsProfiles(Profiles.of("demo"));
    return new SignInConsole(mailStaysHere, log::info);
  }

  /** There are no passwords; without this bean Spring Boot would make a user with one. */
  @Bean
  UserDetailsService noPasswords() {
    return name -> {
      throw new UsernameNotFoundException("there are no passwords");
    };
  }

  @Bean
  SecurityFilterChain filters(HttpSecurity http, Gate gate) {
    // Forms of visitors without a session are protected too, and leave no session behind.
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return http.authorizeHttpRequests(requests ->
            requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .anyRequest()
                .access(gate))
        .csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers("/local/*"))
        .headers(SecurityConfiguration::headers)
        .requestCache(cache -> cache.requestCache(new NullRequestCache()))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"))
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint((rq, rs, e) -> sendToSignIn(gate, rq, rs))
                .accessDeniedHandler((rq, rs, e) -> refuse(gate, rq, rs)))
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
  }

  private static void sendToSignIn(
      Gate gate, HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (gate.rule(request).isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", "/sign-in");
    } else {
      response.sendRedirect("/sign-in");
    }
  }

  private static void refuse(Gate gate, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(
        gate.rule(request).isEmpty()
            ? HttpServletResponse.SC_NOT_FOUND
            : HttpServletResponse.SC_FORBIDDEN);
  }
}
