package org.leadager.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.leadager.people.Role;

/**
 * Somebody who is signed in, in one organisation.
 *
 * @param roles as they were at sign-in; whoever loses a role is signed out
 */
public record Visitor(UUID personId, UUID organisationId, String name, Set<Role> roles)
    implements Principal, Serializable {
  private static final long serialVersionUID = 1L;

  /** A visitor whose roles are fixed. */
  public Visitor {
    roles = Set.copyOf(roles);
  }

  @Override
  public String getName() {
    return name;
  }

  /** Whether the visitor may do what this role may. */
  public boolean is(Role role) {
    return roles.contains(role);
  }
}
