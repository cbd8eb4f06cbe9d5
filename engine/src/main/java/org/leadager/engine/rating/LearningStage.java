package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far an instrument has learnt from its answers, and what may be done with it. A stage is
 * reached when every one of its counts is; what an earlier stage allows stays allowed. Rules and
 * their reasons: docs/methods/learning-stages.md.
 */
public enum LearningStage {
  /** Stage 0: experts' guesses. Scores are provisional and mean expected frequency, no norms. */
  EXPERT_PRIORS(0, 0, 0, 0),
  /** Stage 1. */
  ITEM_UPDATE(1, 50, 400, 0),
  /** Stage 2. */
  LOCAL_NORMS(2, 200, 1600, 0),
  /** Stage 3. */
  FREE_AXES(3, 500, 4000, 0),
  /** Stage 4. */
  BENCHMARKS(4, 1000, 4000, 5);

  /** What a stage may allow, with the number of the first stage that does. */
  public enum Use {
    /** Slopes and thresholds move from the experts' towards the answers'. */
    UPDATED_ITEMS(1),
    /** Items that do not tell people apart, or point the wrong way, are left out. */
    DROPPED_ITEMS(1),
    /** Each source has thresholds of its own. */
    SOURCE_THRESHOLDS(2),
    /** Items are tested for meaning different things to different groups. */
    ITEM_BIAS(2),
    /** Norms of one's own subjects, with their standard errors. */
    LOCAL_NORMS(2),
    /** Items' weights on the axes are estimated. */
    FREE_WEIGHTS(3),
    /** The correlation of the axes is estimated. */
    FREE_CORRELATION(3),
    /** Whether two axes are worth reporting is tested. */
    AXES_GATE(3),
    /** The next item depends on the answers so far. */
    ADAPTIVE_FORM(3),
    /** Thresholds are compared between sources and languages. */
    INVARIANCE(4),
    /** Norms across organisations. */
    BENCHMARKS(4),
    /** A form that asks to choose between acts. */
    FORCED_CHOICE(4);

    private final int from;

    Use(int from) {
      this.from = from;
    }
  }

  /**
   * What an instrument's answers rest on.
   *
   * @param subjects people rated
   * @param forms forms filled in by raters other than the subject
   * @param organisations where the subjects work
   */
  public record Counts(int subjects, int forms, int organisations) {
    public Counts {
      Check.notNegative(subjects, "the number of subjects");
      Check.notNegative(forms, "the number of forms");
      Check.notNegative(organisations, "the number of organisations");
    }
  }

  private final int number;
  private final int subjects;
  private final int forms;
  private final int organisations;

  LearningStage(int number, int subjects, int forms, int organisations) {
    this.number = number;
    this.subjects = subjects;
    this.forms = forms;
    this.organisations = organisations;
  }

  /** The highest stage whose counts are all reached. */
  public static LearningStage of(Counts counts) {
    LearningStage reached = EXPERT_PRIORS;
    for (LearningStage stage : values()) {
      if (stage.missing(counts).isEmpty()) {
        reached = stage;
      }
    }
    return reached;
  }

  /** 0 to 4. */
  public int number() {
    return number;
  }

  /** Whether scores must be marked as provisional. */
  public boolean provisional() {
    return this == EXPERT_PRIORS;
  }

  /** Everything allowed at this stage, earlier stages' uses included. */
  public Set<Use> allowed() {
    Set<Use> uses = EnumSet.allOf(Use.class);
    uses.removeIf(use -> !allows(use));
    return Collections.unmodifiableSet(uses);
  }

  public boolean allows(Use use) {
    return use.from <= number;
  }

  /** What the stage after this one still wants, in words; empty at the last stage. */
  public Optional<String> wantedForNext(Counts counts) {
    if (this == BENCHMARKS) {
      return Optional.empty();
    }
    LearningStage next = values()[number + 1];
    return Optional.of(
        "Stage %d wants %s more."
            .formatted(next.number(), String.join(", ", next.missing(counts))));
  }

  private List<String> missing(Counts counts) {
    List<String> missing = new ArrayList<>();
    addMissing(missing, subjects - counts.subjects, "person rated", "people rated");
    addMissing(missing, forms - counts.forms, "form", "forms");
    addMissing(missing, organisations - counts.organisations, "organisation", "organisations");
    return missing;
  }

  private static void addMissing(List<String> missing, int n, String one, String many) {
    if (n > 0) {
      missing.add(n + " " + (n == 1 ? one : many));
    }
  }
}
