package org.leadager.rounds;

import java.util.List;
import java.util.UUID;

/** The people rated in a round, each with those who rate them. */
public record Panel(List<Subject> subjects) {
  /** Somebody who is rated. */
  public record Subject(UUID id, UUID personId, String name, List<Seat> seats) {
    /** How many are asked in a source, those withdrawn left out. */
    public long asked(String source) {
      return seats.stream().filter(s -> s.isAsked() && s.source().equals(source)).count();
    }

    /** How many are asked besides the person. */
    public long others() {
      return seats.stream().filter(s -> s.isAsked() && !s.source().equals("self")).count();
    }
  }

  /** A rater asked about a subject. It says who was asked, never who answered. */
  public record Seat(UUID id, UUID personId, String name, String source, boolean isAsked) {}

  /** How many forms are asked for. */
  public long forms() {
    return subjects.stream().flatMap(s -> s.seats().stream()).filter(Seat::isAsked).count();
  }

  /** How many people are asked. */
  public long raters() {
    return subjects.stream()
        .flatMap(s -> s.seats().stream())
        .filter(Seat::isAsked)
        .map(Seat::personId)
        .distinct()
        .count();
  }

  /** A source of the Leadager framework as the consultant's pages say it; others by their code. */
  public static String words(String source) {
    return switch (source) {
      case "self" -> "Self";
      case "boss" -> "Boss";
      case "peers" -> "Peers";
      case "reports" -> "Direct reports";
      case "others" -> "Others";
      default -> source;
    };
  }
}
