package org.leadager.platform.http;

/** How a figure stands against what the role needs, as chips and strips name it. */
public enum Zone {
  CLEAR_STRENGTH("cs", "Clear strength"),
  LIKELY_STRENGTH("ls", "Likely strength"),
  CANNOT_TELL("ct", "Cannot tell yet"),
  LIKELY_NEED("ln", "Likely need"),
  CLEAR_NEED("cn", "Clear need");

  private final String key;
  private final String words;

  Zone(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** The zone as the style sheets name it. */
  public String key() {
    return key;
  }

  /** The zone in words. */
  public String words() {
    return words;
  }
}
