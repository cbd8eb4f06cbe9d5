package org.leadager.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.leadager.platform.http.Viewer;
import org.leadager.platform.http.Viewers;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Tells pages who is looking, from the session. */
@Component
class SessionViewers implements Viewers {
  @Override
  public Optional<Viewer> viewer(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication signedIn
            && signedIn.getPrincipal() instanceof Visitor visitor
        ? Optional.of(viewer(visitor))
        : Optional.empty();
  }

  private static Viewer viewer(Visitor visitor) {
    return new Viewer(
        visitor.personId(),
        visitor.organisationId(),
        visitor.name(),
        visitor.roles().stream()
            .map(role -> role.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
