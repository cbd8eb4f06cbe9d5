package org.leadager.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Decides by the rules of all features; what no rule names is refused. */
@Component
class Gate implements AuthorizationManager<RequestAuthorizationContext> {
  private record Entry(PathPattern pattern, UrlRules.Rule rule) {}

  private final List<Entry> entries;

  Gate(ObjectProvider<UrlRules> rules) {
    this.entries =
        rules.stream()
            .flatMap(each -> each.all().stream())
            .map(rule -> new Entry(PathPatternParser.defaultInstance.parse(rule.pattern()), rule))
            .toList();
  }

  /** The rule for the address, if any feature has one. */
  Optional<UrlRules.Rule> rule(HttpServletRequest request) {
    PathContainer path = PathContainer.parsePath(request.getRequestURI());
    return entries.stream()
        .filter(entry -> entry.pattern().matches(path))
        .map(Entry::rule)
        .findFirst();
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    return new AuthorizationDecision(
        rule(context.getRequest()).map(rule -> allows(rule, authentication)).orElse(false));
  }

  private static boolean allows(
      UrlRules.Rule rule, Supplier<? extends @Nullable Authentication> authentication) {
    return rule.open()
        || (authentication.get() instanceof SignedIn signedIn
            && (rule.roles().isEmpty()
                || !Collections.disjoint(signedIn.getPrincipal().roles(), rule.roles())));
  }
}
