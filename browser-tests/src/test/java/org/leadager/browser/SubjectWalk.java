package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

/** The person a report is about, who has no password and no role. */
final class SubjectWalk {
  private final Visitor visitor;
  private final Someone person;

  SubjectWalk(Visitor visitor, Someone person) {
    this.visitor = visitor;
    this.person = person;
  }

  /** Whoever is there signs out; the person is told of the report and signs in by a link. */
  SubjectWalk signIn() {
    visitor.press("Sign out");
    Mailbox.read(visitor, person, "Your report is ready");
    visitor.open("/sign-in").write("Mail me a link", person.mail()).press("Send the link");
    assertThat(visitor.heading()).isEqualTo("Look into your mail");
    visitor.open(Mailbox.signInLink(visitor, person)).press("Sign in");
    assertThat(visitor.page().getByText("Signed in as " + person.name()).count()).isEqualTo(1);
    return this;
  }

  /** Opens the report of this round from the menu, and nobody else's pages. */
  SubjectWalk readReport(String round) {
    visitor.follow("My report").follow(round);
    assertThat(visitor.heading()).isEqualTo(person.name());
    return this;
  }
}
