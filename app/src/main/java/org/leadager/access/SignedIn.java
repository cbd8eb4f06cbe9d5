package org.leadager.access;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** The visitor in the session; its name is the person's id, by which sessions are found again. */
final class SignedIn extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1L;

  private final Visitor visitor;

  SignedIn(Visitor visitor) {
    super(List.of());
    this.visitor = visitor;
    setAuthenticated(true);
  }

  @Override
  public Visitor getPrincipal() {
    return visitor;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return visitor.personId().toString();
  }

  @Override
  public boolean equals(@org.jspecify.annotations.Nullable Object other) {
    return other instanceof SignedIn that && that.visitor.equals(visitor);
  }

  @Override
  public int hashCode() {
    return visitor.hashCode();
  }
}
