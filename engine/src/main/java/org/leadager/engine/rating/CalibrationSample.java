package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.leadager.engine.rating.CalibrationWarning.Kind;

/** The answers a calibration may use: everybody's but the subjects' own, to items that vary. */
final class CalibrationSample {
  private static final int FEW_SUBJECTS = 20;

  private final RatingStructure structure;
  private final List<SubjectRatings> all;

  /** Answers by item and category. */
  final int[][] count;

  /** Items with at least two different answers. */
  final boolean[] usable;

  final List<CalibrationWarning> warnings = new ArrayList<>();

  CalibrationSample(RatingStructure structure, List<SubjectRatings> all) {
    this.structure = structure;
    this.all = all;
    int items = structure.items().size();
    count = new int[items][];
    for (int i = 0; i < items; i++) {
      count[i] = new int[structure.items().get(i).categories()];
    }
    for (SubjectRatings subject : all) {
      for (int n = 0; n < subject.ratings(); n++) {
        if (counts(subject, n)) {
          count[subject.item(n)][subject.category(n) - 1]++;
        }
      }
    }
    usable = new boolean[items];
    for (int i = 0; i < items; i++) {
      screen(i);
    }
  }

  private boolean counts(SubjectRatings subject, int row) {
    return subject.raterSource(subject.rater(row)) != structure.selfSource();
  }

  private void screen(int i) {
    int used = (int) Arrays.stream(count[i]).filter(n -> n > 0).count();
    usable[i] = used > 1;
    String name = "Item " + (i + 1);
    if (used == 0) {
      warn(Kind.UNANSWERED_ITEM, i, name + " has no answers; its parameters are assumed.");
    } else if (used == 1) {
      warn(Kind.CONSTANT_ITEM, i, name + " has one answer only; its parameters are assumed.");
    } else {
      for (int k = 0; k < count[i].length; k++) {
        if (count[i][k] == 0) {
          warn(
              Kind.EMPTY_CATEGORY,
              i,
              name + ": nobody chose answer " + (k + 1) + "; where it begins is assumed.");
        }
      }
    }
  }

  void warn(Kind kind, int index, String message) {
    warnings.add(new CalibrationWarning(kind, index, message));
  }

  /** Why these answers cannot be calibrated, if so. */
  Optional<String> refusal(List<Cells> subjects) {
    int answers = Arrays.stream(count).mapToInt(n -> Arrays.stream(n).sum()).sum();
    if (answers == 0) {
      return Optional.of("There are no answers by other people.");
    }
    if (subjects.isEmpty()) {
      return Optional.of("Every item has one answer only: nothing differs between people.");
    }
    if (subjects.size() < 2) {
      return Optional.of("Only one person has answers; at least two are needed.");
    }
    for (int a = 0; a < structure.axes(); a++) {
      if (!spokenFor(a)) {
        return Optional.of("No item with differing answers speaks about axis " + (a + 1) + ".");
      }
    }
    if (subjects.size() < FEW_SUBJECTS) {
      warn(
          Kind.FEW_SUBJECTS,
          -1,
          "Only " + subjects.size() + " people have answers; the unit of the axes is uncertain.");
    }
    return Optional.empty();
  }

  private boolean spokenFor(int axis) {
    for (int i = 0; i < usable.length; i++) {
      if (usable[i] && structure.items().get(i).weights().get(axis) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Subjects with answers to usable items, in the given order. */
  List<Cells> subjects(ModelTerms terms) {
    int[] kind = Cells.kinds(terms);
    List<Cells> out = new ArrayList<>();
    for (SubjectRatings subject : all) {
      Panel panel = Panel.of(terms, usable(subject), g -> g != structure.selfSource());
      if (panel.ratings > 0) {
        out.add(new Cells(panel, kind));
      }
    }
    return out;
  }

  private SubjectRatings usable(SubjectRatings subject) {
    boolean complete = true;
    for (boolean u : usable) {
      complete &= u;
    }
    if (complete) {
      return subject;
    }
    SubjectRatings.Builder b = SubjectRatings.builder(structure);
    for (int r = 0; r < subject.raters(); r++) {
      b.rater(subject.raterSource(r), subject.raterWeight[r], subject.raterIdentity[r]);
    }
    for (int n = 0; n < subject.ratings(); n++) {
      if (usable[subject.item(n)]) {
        b.rating(subject.rater(n), subject.item(n), subject.category(n));
      }
    }
    return b.build();
  }

  /** Halo can be told from standing only where somebody is rated by two. */
  boolean[] haloFree(List<Cells> subjects) {
    boolean shared = subjects.stream().anyMatch(c -> c.panel.raters > 1);
    boolean[] free = new boolean[structure.sources()];
    for (int g = 0; g < free.length; g++) {
      int source = g;
      free[g] = shared && subjects.stream().anyMatch(c -> c.panel.ratersOf(source) > 0);
    }
    if (!shared) {
      warn(
          Kind.HALO_HELD,
          -1,
          "Nobody is rated by two people: how much raters differ is assumed, not estimated.");
    }
    return free;
  }
}
