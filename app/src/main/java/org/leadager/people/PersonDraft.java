package org.leadager.people;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A name and a mail address as somebody typed them.
 *
 * @param name as typed
 * @param mail as typed
 */
public record PersonDraft(String name, String mail) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_MAIL = 254;

  /** Deliberately loose: only a message that arrives proves an address. */
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@<>()\\[\\],;:\"\\\\]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*");

  /** The draft without blanks around its parts. */
  public PersonDraft {
    name = name.strip();
    mail = mail.strip();
  }

  /** What is wrong with it, each with what to do; empty when nothing is. */
  public List<String> problems() {
    return Stream.of(nameProblem(), mailProblem()).flatMap(Optional::stream).toList();
  }

  /** What is wrong with the name. */
  public Optional<String> nameProblem() {
    if (name.isEmpty()) {
      return Optional.of("Write the person’s name.");
    }
    if (name.length() > LONGEST_NAME) {
      return Optional.of("Shorten the name to %d characters.".formatted(LONGEST_NAME));
    }
    return name.chars().anyMatch(Character::isISOControl)
        ? Optional.of("Remove the line break or control character from the name.")
        : Optional.empty();
  }

  /** What is wrong with the mail address. */
  public Optional<String> mailProblem() {
    if (mail.isEmpty()) {
      return Optional.of("Write a mail address.");
    }
    return mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches()
        ? Optional.of("“%s” is not a mail address.".formatted(shortened(mail)))
        : Optional.empty();
  }

  private static String shortened(String text) {
    String visible = text.replaceAll("\\p{Cntrl}", " ");
    return visible.length() <= 60 ? visible : visible.substring(0, 60) + "…";
  }
}
