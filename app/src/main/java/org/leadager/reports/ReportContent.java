package org.leadager.reports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.leadager.scores.Figures;

/**
 * All that a report says, frozen when it is released: figures, the instrument's words and comments,
 * after the gate. Page, PDF and group summary are made from this alone, so nothing that changes
 * later moves a released report. Kept as JSON.
 *
 * @param format version of this record's shape
 * @param person name of whom it is about
 * @param organisation name of the organisation whose consultants may see it
 * @param comments by open question, in the instrument's order; only questions that passed the gate
 */
record ReportContent(
    int format,
    String person,
    String organisation,
    String round,
    Words words,
    Figures figures,
    List<Said> comments,
    Method method) {
  /** The shape that this program writes. */
  static final int FORMAT = 1;

  ReportContent {
    comments = List.copyOf(comments);
  }

  /**
   * An instrument's words.
   *
   * @param points labels of the response scale from 1 upwards
   * @param shared name of the competences that weigh on several axes
   * @param groups what a group of raters is called, by its kind
   * @param amountPoints labels from {@code amountLeast} upwards; empty without amount items
   * @param leadager whether the axes are management and leadership
   */
  record Words(
      List<Axis> axes,
      List<Competence> competences,
      List<String> points,
      @Nullable Named shared,
      Map<String, String> groups,
      List<Amount> amounts,
      List<String> amountPoints,
      int amountLeast,
      boolean leadager) {
    Words {
      axes = List.copyOf(axes);
      competences = List.copyOf(competences);
      points = List.copyOf(points);
      groups = Map.copyOf(groups);
      amounts = List.copyOf(amounts);
      amountPoints = List.copyOf(amountPoints);
    }

    Competence competence(String code) {
      return competences.stream().filter(c -> c.code().equals(code)).findFirst().orElseThrow();
    }

    String group(String kind) {
      return groups.getOrDefault(kind, kind);
    }
  }

  /** A name and, where there is one, what it means. */
  record Named(String name, @Nullable String definition) {}

  record Axis(String code, String name, @Nullable String definition) {}

  /**
   * @param axes codes of the axes that it weighs on
   */
  record Competence(String code, String name, @Nullable String definition, List<String> axes) {
    Competence {
      axes = List.copyOf(axes);
    }
  }

  /**
   * @param up whether it leans to what could be gained; else to what could be lost
   */
  record Amount(String code, String text, boolean up) {}

  /** The comments on one open question, shuffled. */
  record Said(String question, List<String> words) {
    Said {
      words = List.copyOf(words);
    }
  }

  /**
   * How the figures came about.
   *
   * @param questions scaled questions of the form
   * @param people how many were rated in the round
   * @param minimumGroup the smallest protected group shown in this round
   */
  record Method(
      String instrument,
      String form,
      int questions,
      int people,
      int minimumGroup,
      String parameters,
      String engine,
      Instant scoredAt) {}
}
