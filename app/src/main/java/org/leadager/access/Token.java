package org.leadager.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret in a link: 192 random bits, URL-safe. Only its hash is ever stored, so that a copy of
 * the database opens no link.
 *
 * @param text 32 letters, digits, - and _
 */
public record Token(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  /** A token nobody has seen. */
  public static Token fresh() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** SHA-256, 32 bytes. Enough for a random secret of this length; passwords would need more. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Hides the secret from logs. */
  @Override
  public String toString() {
    return "Token[…]";
  }
}
