package org.leadager.people;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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
    List<String> problems = new ArrayList<>();
    if (name.isEmpty()) {
      problems.add("Write the person’s name.");
    } else if (name.length() > LONGEST_NAME) {
      problems.add("Shorten the name to %d characters.".formatted(LONGEST_NAME));
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      problems.add("Remove the line break or control character from the name.");
    }
    if (mail.isEmpty()) {
      problems.add("Write a mail address.");
    } else if (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches()) {
      problems.add("“%s” is not a mail address.".formatted(shortened(mail)));
    }
    return problems;
  }

  private static String shortened(String text) {
    String visible = text.replaceAll("\\p{Cntrl}", " ");
    return visible.length() <= 60 ? visible : visible.substring(0, 60) + "…";
  }
}
