package org.leadager.scores;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leadager.engine.rating.Effect;
import org.leadager.engine.rating.RatingItem;
import org.leadager.engine.rating.RatingStructure;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instrument.Item;

/**
 * A form as the engine sees it: the items that were asked, the competences they ask about, and the
 * disclosure groups as sources. Groups rather than the instrument's own sources, since a view that
 * is estimated apart could be shown apart.
 *
 * @param items in the engine's order; an item without weight on any axis is not among them
 * @param competences codes in the engine's order
 * @param kinds the kind of group that each of the engine's sources stands for
 */
record RatingShape(
    Instrument instrument,
    List<Item> items,
    List<String> competences,
    List<String> kinds,
    RatingStructure structure) {

  /**
   * The shape of a form.
   *
   * @param axisSd factor of all weights: the engine's axes have an SD of 1
   * @param kinds kinds of groups that can occur
   * @param effects terms of the model besides axes and halo
   */
  static RatingShape of(
      Instrument instrument,
      Instrument.Form form,
      double axisSd,
      List<String> kinds,
      Set<Effect> effects) {
    List<Item> items = scored(instrument, form);
    List<String> competences =
        instrument.competences().stream()
            .map(Instrument.Competence::code)
            .filter(c -> items.stream().anyMatch(i -> c.equals(i.competence())))
            .toList();
    RatingStructure.Builder builder =
        RatingStructure.builder(instrument.axes().size(), competences.size(), kinds.size())
            .with(effects);
    if (kinds.contains(Kinds.SELF)) {
      builder.selfSource(kinds.indexOf(Kinds.SELF));
    }
    for (Item item : items) {
      builder.item(
          new RatingItem(
              item.weights().stream().map(w -> w * axisSd).toList(),
              item.competence() == null
                  ? RatingItem.NO_COMPETENCE
                  : competences.indexOf(item.competence()),
              slant(item),
              instrument.scale().points()));
    }
    return new RatingShape(instrument, items, competences, List.copyOf(kinds), builder.build());
  }

  /** The items of a form that say something about an axis. */
  static List<Item> scored(Instrument instrument, Instrument.Form form) {
    return instrument.itemsOf(form).stream()
        .filter(i -> i.weights().stream().anyMatch(w -> w != 0))
        .toList();
  }

  /** +1 for the first of two axes alone, −1 for the second alone, 0 for what they share. */
  private static int slant(Item item) {
    if (item.weights().size() != 2) {
      return 0;
    }
    boolean first = item.weights().getFirst() != 0;
    return first == (item.weights().getLast() != 0) ? 0 : first ? 1 : -1;
  }

  /** Whether some item speaks about the first of two axes alone and another about the second. */
  static boolean hasSlant(Collection<Item> items) {
    return items.stream().anyMatch(i -> slant(i) > 0) && items.stream().anyMatch(i -> slant(i) < 0);
  }

  /** Whether subjects can have rated themselves. */
  boolean hasSelf() {
    return kinds.contains(Kinds.SELF);
  }

  /** Index of the source that stands for a kind of group. */
  int source(String kind) {
    int source = kinds.indexOf(kind);
    if (source < 0) {
      throw new IllegalStateException("no source stands for the group " + kind);
    }
    return source;
  }

  /** Index of each item by code. */
  Map<String, Integer> itemIndex() {
    Map<String, Integer> index = new HashMap<>();
    for (Item item : items) {
      index.put(item.code(), index.size());
    }
    return index;
  }

  /** The answer on the scale of the item: turned round where a high one speaks against. */
  int turned(int item, int answer) {
    return items.get(item).reversed() ? instrument.scale().points() + 1 - answer : answer;
  }

  /** Kinds other than the subject, groups taken together left out. */
  static List<String> others(List<String> kinds) {
    List<String> others = new ArrayList<>(kinds);
    others.removeAll(List.of(Kinds.SELF, Kinds.COLLEAGUES));
    return others;
  }
}
