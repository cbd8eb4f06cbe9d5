package org.leadager.platform.http;

import org.jspecify.annotations.Nullable;

/**
 * One of the six rooms of a case.
 *
 * @param href where the room is entered; null while there is nothing to enter
 */
public record Room(Name name, State state, @Nullable String href) {
  /** The rooms in the order in which a case goes through them. */
  public enum Name {
    ASK(1, "Ask"),
    MEASURE(2, "Measure"),
    UNDERSTAND(3, "Understand"),
    GROW(4, "Grow"),
    PROVE(5, "Prove"),
    DISCUSS(6, "Discuss");

    private final int number;
    private final String label;

    Name(int number, String label) {
      this.number = number;
      this.label = label;
    }

    /** The room's name on pages. */
    public String label() {
      return label;
    }

    /** The room's place among the six, from 1. */
    public int number() {
      return number;
    }
  }

  /** Where a room of a case stands. */
  public enum State {
    DONE("done", "done"),
    OPEN("open", "in progress"),
    LATER("later", "not started"),
    NOT_BUILT("none", "not in this version yet");

    private final String key;
    private final String words;

    State(String key, String words) {
      this.key = key;
      this.words = words;
    }

    /** The state as the style sheets name it. */
    public String key() {
      return key;
    }

    /** The state in words. */
    public String words() {
      return words;
    }
  }

  /** A room that this version of the program does not have. */
  public static Room notBuilt(Name name) {
    return new Room(name, State.NOT_BUILT, null);
  }
}
