package org.leadager.answers;

/** How far a form is. */
public enum Standing {
  NOT_BEGUN("not begun"),
  BEGUN("begun"),
  SENT("sent");

  private final String words;

  Standing(String words) {
    this.words = words;
  }

  /** As the rater reads it. */
  public String words() {
    return words;
  }

  static Standing of(boolean sent, boolean begun) {
    return sent ? SENT : begun ? BEGUN : NOT_BEGUN;
  }
}
