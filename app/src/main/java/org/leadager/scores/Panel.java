package org.leadager.scores;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.leadager.engine.rating.SubjectRatings;
import org.leadager.instruments.Instrument;

/** One subject's raters and what of their answers may be used. */
final class Panel {
  final Admitted admitted;
  private final Map<Integer, RaterAnswers> raters;

  Panel(Admitted admitted, List<RaterAnswers> answers) {
    this.admitted = admitted;
    raters = answers.stream().collect(Collectors.toMap(RaterAnswers::rater, a -> a));
  }

  /** The raters of a group, in the order of their numbers. */
  List<RaterAnswers> raters(Admitted.Group group) {
    return group.items().keySet().stream().sorted().map(this::rater).toList();
  }

  private RaterAnswers rater(int number) {
    RaterAnswers rater = raters.get(number);
    if (rater == null) {
      throw new IllegalStateException("admitted, but not on the panel: rater " + number);
    }
    return rater;
  }

  /** Hands over each admitted answer of a group to these items, raters and items in fixed order. */
  void each(Admitted.Group group, List<String> items, BiConsumer<RaterAnswers, String> use) {
    for (RaterAnswers rater : raters(group)) {
      Set<String> open = group.items().getOrDefault(rater.rater(), Set.of());
      for (String item : items) {
        if (open.contains(item) && rater.values().containsKey(item)) {
          use.accept(rater, item);
        }
      }
    }
  }

  /** The admitted answers as the engine takes them: one rater after the other, items turned. */
  SubjectRatings ratings(RatingShape shape) {
    SubjectRatings.Builder builder = SubjectRatings.builder(shape.structure());
    Map<String, Integer> index = shape.itemIndex();
    List<String> items = shape.items().stream().map(Instrument.Item::code).toList();
    for (Admitted.Group group : admitted.groups()) {
      int source = shape.source(group.kind());
      Map<Integer, Integer> added = new HashMap<>();
      each(
          group,
          items,
          (rater, code) -> {
            int item = index.getOrDefault(code, -1);
            builder.rating(
                added.computeIfAbsent(rater.rater(), r -> builder.rater(source)),
                item,
                shape.turned(item, rater.values().getOrDefault(code, 0)));
          });
    }
    return builder.build();
  }

  /** Kinds of groups, the subject's own left out, with an admitted answer to one of these items. */
  Set<String> kinds(List<String> items) {
    Set<String> kinds = new HashSet<>();
    for (Admitted.Group group : admitted.groups()) {
      if (!group.kind().equals(Kinds.SELF)) {
        each(group, items, (rater, item) -> kinds.add(group.kind()));
      }
    }
    return kinds;
  }
}
