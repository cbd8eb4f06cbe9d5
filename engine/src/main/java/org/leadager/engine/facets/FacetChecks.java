package org.leadager.engine.facets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leadager.engine.kernel.DisjointSets;

/** What the answers alone say against a fit, or about how to read it. */
final class FacetChecks {
  private FacetChecks() {}

  /** Why there can be no fit, with what to do about it. */
  static Optional<String> refusal(FacetData data) {
    for (int i = 0; i < data.items(); i++) {
      if (data.categories(i) < 2) {
        return Optional.of(name(data, i) + " has fewer than two different answers; leave it out.");
      }
    }
    if (data.usedRaters() < 2) {
      return Optional.of(
          "Fewer than two raters gave answers that differ: severities need two; leave the raters"
              + " out of the model.");
    }
    Optional<String> lost = lostCategory(data);
    if (lost.isPresent()) {
      return lost;
    }
    if (data.subjects() < 3) {
      return Optional.of("Fewer than three subjects: add subjects, their variance needs three.");
    }
    int sets = sets(data, data.item, data.items());
    return sets < 2
        ? Optional.empty()
        : Optional.of(
            "The raters fall into "
                + sets
                + " sets without a shared item: their severity cannot be told from the difficulty"
                + " of their items; analyse each set by itself.");
  }

  /** Leaving out extreme raters may leave a category without an answer: no finite threshold. */
  private static Optional<String> lostCategory(FacetData data) {
    boolean[][] seen = new boolean[data.items()][];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = new boolean[data.categories(i)];
    }
    for (int a = 0; a < data.item.length; a++) {
      seen[data.item[a]][data.code[a]] = true;
    }
    for (int i = 0; i < seen.length; i++) {
      for (boolean one : seen[i]) {
        if (!one) {
          return Optional.of(
              name(data, i)
                  + " has an answer given only by raters who always chose an extreme; leave these"
                  + " raters out or join the answer with its neighbour.");
        }
      }
    }
    return Optional.empty();
  }

  /** What must be known before the fit is believed. */
  static List<String> warnings(FacetData data) {
    List<String> warnings = new ArrayList<>();
    int sets = sets(data, data.subject(), data.subjects());
    if (sets > 1) {
      warnings.add(
          "The raters fall into "
              + sets
              + " sets without a shared subject: severities and subjects compare within a set only,"
              + " and the subjects' variance leaves out what lies between sets.");
    }
    int silent = data.silentRaters();
    int extreme = data.raters() - data.usedRaters() - silent;
    if (extreme > 0) {
      warnings.add(
          raters(extreme)
              + " gave only lowest or only highest answers: no finite severity, left out.");
    }
    if (silent > 0) {
      warnings.add(raters(silent) + " gave no answer: no severity, left out.");
    }
    int twice = repeated(data);
    if (twice > 0) {
      warnings.add(
          twice
              + " answers are a rater's second to the same item about the same subject: they count"
              + " as independent; leave repeated forms out if they are copies.");
    }
    return warnings;
  }

  private static String raters(int n) {
    return n == 1 ? "1 rater" : n + " raters";
  }

  private static int repeated(FacetData data) {
    int twice = 0;
    for (int s = 0; s < data.subjects(); s++) {
      Set<Long> seen = new HashSet<>();
      for (int a = data.start[s]; a < data.start[s + 1]; a++) {
        twice += seen.add((long) data.rater[a] * data.items() + data.item[a]) ? 0 : 1;
      }
    }
    return twice;
  }

  /** Sets of used raters whom no chain of shared levels links (union–find). */
  private static int sets(FacetData data, int[] level, int levels) {
    DisjointSets linked = new DisjointSets(levels + data.raters());
    int sets = data.usedRaters();
    boolean[] met = new boolean[levels];
    for (int a = 0; a < level.length; a++) {
      if (linked.join(level[a], levels + data.rater[a])) {
        sets -= met[level[a]] ? 1 : 0;
      }
      met[level[a]] = true;
    }
    return sets;
  }

  private static String name(FacetData data, int i) {
    return data.ratings.answers().names().get(i);
  }
}
