package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An instrument as the model sees it: its items and which effects exist. Axes, competences and
 * sources are indices from 0; their names are the caller's.
 */
public final class RatingStructure {
  /** The self source of an instrument without self-ratings. */
  public static final int NO_SELF = -1;

  static final int MAX_AXES = 3;

  private final int axes;
  private final int competences;
  private final int sources;
  private final int selfSource;
  private final List<RatingItem> items;
  private final Set<Effect> effects;
  private final int[] competenceSize;
  private final double[] competenceWeights;

  private RatingStructure(Builder b) {
    axes = b.axes;
    competences = b.competences;
    sources = b.sources;
    selfSource = b.selfSource;
    items = List.copyOf(b.items);
    effects = Collections.unmodifiableSet(b.effects);
    competenceSize = new int[competences];
    competenceWeights = new double[competences * axes];
    tallyCompetences();
  }

  private void tallyCompetences() {
    for (RatingItem item : items) {
      int c = item.competence();
      if (c != RatingItem.NO_COMPETENCE) {
        competenceSize[c]++;
        for (int a = 0; a < axes; a++) {
          competenceWeights[c * axes + a] += item.weights().get(a);
        }
      }
    }
    for (int c = 0; c < competences; c++) {
      Check.that(competenceSize[c] > 0, "competence " + c + " has no item");
      for (int a = 0; a < axes; a++) {
        competenceWeights[c * axes + a] /= competenceSize[c];
      }
    }
  }

  /** Starts an instrument with 1 to 3 axes, any number of competences and at least one source. */
  public static Builder builder(int axes, int competences, int sources) {
    return new Builder(axes, competences, sources);
  }

  public int axes() {
    return axes;
  }

  public int competences() {
    return competences;
  }

  /** Number of sources, the self source included. */
  public int sources() {
    return sources;
  }

  /** Index of the source that is the subject, or {@link #NO_SELF}. */
  public int selfSource() {
    return selfSource;
  }

  public List<RatingItem> items() {
    return items;
  }

  public boolean has(Effect effect) {
    return effects.contains(effect);
  }

  public Set<Effect> effects() {
    return effects;
  }

  /** Number of items of a competence. */
  public int competenceSize(int competence) {
    return competenceSize[competence];
  }

  /** w_c: the mean weight of the competence's items on an axis. */
  public double competenceWeight(int competence, int axis) {
    return competenceWeights[competence * axes + axis];
  }

  /** True when the competence's items speak about this axis and no other. */
  boolean competenceIsPure(int competence, int axis) {
    return items.stream().filter(i -> i.competence() == competence).allMatch(i -> i.isPure(axis));
  }

  double[] slants() {
    return items.stream().mapToDouble(RatingItem::slant).toArray();
  }

  /** Collects items and effects; every argument is checked at once. */
  public static final class Builder {
    private final int axes;
    private final int competences;
    private final int sources;
    private int selfSource = NO_SELF;
    private final List<RatingItem> items = new ArrayList<>();
    private final Set<Effect> effects = EnumSet.noneOf(Effect.class);

    private Builder(int axes, int competences, int sources) {
      Check.that(axes >= 1 && axes <= MAX_AXES, "an instrument has 1 to 3 axes, not " + axes);
      Check.that(competences >= 0, "the number of competences must not be negative");
      Check.that(sources >= 1, "an instrument needs at least one source of ratings");
      this.axes = axes;
      this.competences = competences;
      this.sources = sources;
    }

    /** The source whose rater is the subject; it is scored apart. */
    public Builder selfSource(int source) {
      Check.index(source, sources, "self source");
      selfSource = source;
      return this;
    }

    public Builder with(Effect... chosen) {
      effects.addAll(Arrays.asList(chosen));
      return this;
    }

    public Builder with(Set<Effect> chosen) {
      effects.addAll(chosen);
      return this;
    }

    /** Adds the next item; items are numbered in the order in which they are added. */
    public Builder item(RatingItem item) {
      Check.that(
          item.weights().size() == axes,
          "item " + items.size() + " has " + item.weights().size() + " weights for " + axes);
      Check.that(
          item.competence() < competences,
          "item " + items.size() + " names competence " + item.competence());
      items.add(item);
      return this;
    }

    public RatingStructure build() {
      Check.that(!items.isEmpty(), "an instrument needs at least one item");
      Check.that(
          competences > 0
              || !(effects.contains(Effect.COMPETENCE) || effects.contains(Effect.TESTLET)),
          "competence and testlet effects need competences");
      Check.that(!effects.contains(Effect.SLANT) || axes > 1, "a slant needs at least two axes");
      return new RatingStructure(this);
    }
  }
}
