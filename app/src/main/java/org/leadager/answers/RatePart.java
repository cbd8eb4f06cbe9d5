package org.leadager.answers;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadager.instruments.Instrument;

/**
 * One page of a form.
 *
 * @param competence null where the page is of no competence
 * @param items codes of questions on the scale
 * @param amounts codes of questions on too little or too much, from {@code min} upwards
 * @param questions codes of questions answered in words
 */
public record RatePart(
    @Nullable String competence,
    List<String> items,
    List<String> amounts,
    int min,
    List<String> questions) {
  static List<RatePart> of(Instrument instrument, List<Instrument.Item> form) {
    List<RatePart> parts = new ArrayList<>();
    for (Instrument.Competence competence : instrument.competences()) {
      List<String> items = codes(form, competence.code());
      if (!items.isEmpty()) {
        parts.add(new RatePart(competence.code(), items, List.of(), 0, List.of()));
      }
    }
    List<String> rest = codes(form, null);
    if (!rest.isEmpty()) {
      parts.add(new RatePart(null, rest, List.of(), 0, List.of()));
    }
    Instrument.Amounts amounts = instrument.amounts();
    if (amounts != null) {
      List<String> codes = amounts.items().stream().map(a -> a.code()).toList();
      parts.add(new RatePart(null, List.of(), codes, amounts.min(), List.of()));
    }
    if (!instrument.openQuestions().isEmpty()) {
      parts.add(new RatePart(null, List.of(), List.of(), 0, instrument.openQuestions()));
    }
    return parts;
  }

  private static List<String> codes(List<Instrument.Item> form, @Nullable String competence) {
    return form.stream()
        .filter(i -> java.util.Objects.equals(i.competence(), competence))
        .map(i -> i.code())
        .toList();
  }

  /** How many questions have no answer, "not able to judge" being one. */
  static long unanswered(List<RatePart> parts, Draft draft) {
    return parts.stream()
        .flatMap(p -> java.util.stream.Stream.concat(p.items().stream(), p.amounts().stream()))
        .filter(code -> !draft.values().containsKey(code))
        .count();
  }
}
