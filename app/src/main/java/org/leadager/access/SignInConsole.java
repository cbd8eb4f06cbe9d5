package org.leadager.access;

import java.util.function.Consumer;
import org.leadager.people.Person;
import org.leadager.people.Role;

/**
 * Where no mail server is set, an administrator who signs out would be locked out: the mail with
 * the link stays in the database. So the link is also said where the program runs, to
 * administrators' addresses only; whoever reads that console could read the database as well.
 *
 * @param speaks whether mail goes nowhere
 */
record SignInConsole(boolean speaks, Consumer<String> out) {
  void tell(Person person, String baseUrl, Token link) {
    if (speaks && person.roles().contains(Role.ADMINISTRATOR)) {
      out.accept(
          "No mail server is set (spring.mail.host), so mail stays here. %s signs in at %s/sign-in/%s"
              .formatted(person.mail(), baseUrl, link.text()));
    }
  }
}
