package org.leadager.platform.mail;

/**
 * A message in plain text to one person.
 *
 * @param dedupeKey what this message is about; a second one with the same key is not sent
 * @param to one address
 * @param subject one line
 * @param text the message
 */
public record Mail(String dedupeKey, String to, String subject, String text) {
  /** A message whose header fields are one line each. */
  public Mail {
    if (hasLineBreak(to) || hasLineBreak(subject)) {
      throw new IllegalArgumentException("a header field of a mail holds a line break");
    }
  }

  private static boolean hasLineBreak(String field) {
    return field.chars().anyMatch(Character::isISOControl);
  }
}
