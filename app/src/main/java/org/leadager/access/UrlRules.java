package org.leadager.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.leadager.people.Role;

/**
 * Who may open which addresses; a feature declares its own as a bean. What no rule names is refused
 * to everybody. Of several rules that match, the one declared first counts, so the narrower pattern
 * comes first.
 */
public final class UrlRules {
  /**
   * One rule.
   *
   * @param pattern a path pattern such as {@code /rounds/**}
   * @param open whether it needs no session
   * @param roles any one of these is needed; none means any signed-in person
   */
  record Rule(String pattern, boolean open, Set<Role> roles) {}

  private final List<Rule> rules = new ArrayList<>();

  /** Open to everybody, without a session. */
  public UrlRules open(String... patterns) {
    return add(true, Set.of(), patterns);
  }

  /** Open to any signed-in person; the page itself decides what is theirs. */
  public UrlRules signedIn(String... patterns) {
    return add(false, Set.of(), patterns);
  }

  /** Open to people who have any of the roles. */
  public UrlRules roles(Set<Role> roles, String... patterns) {
    return add(false, Set.copyOf(roles), patterns);
  }

  private UrlRules add(boolean open, Set<Role> roles, String... patterns) {
    for (String pattern : patterns) {
      rules.add(new Rule(pattern, open, roles));
    }
    return this;
  }

  List<Rule> all() {
    return List.copyOf(rules);
  }
}
