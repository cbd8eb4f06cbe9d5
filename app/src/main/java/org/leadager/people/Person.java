package org.leadager.people;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody an organisation knows.
 *
 * @param mail the address, or null for people known from an import by name only
 * @param language a BCP 47 tag
 * @param roles what the person may do; empty for subjects and raters
 */
public record Person(
    UUID id, String name, @Nullable String mail, String language, Set<Role> roles) {
  /** A person whose roles are fixed at the time of reading. */
  public Person {
    roles = Set.copyOf(roles);
  }
}
