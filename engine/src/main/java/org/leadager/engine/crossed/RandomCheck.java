package org.leadager.engine.crossed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leadager.engine.data.Ratings;

/** Whether subjects, random raters and chance can be told apart, and what must be said if so. */
final class RandomCheck {
  private static final int FEW = 10;

  private RandomCheck() {}

  /** The reason why nothing can be estimated, if there is one. */
  static Optional<String> refusal(Ratings ratings, Forms forms) {
    for (int i = 0; i < forms.items; i++) {
      if (ratings.answers().categories(i) < 2) {
        return Optional.of(
            ratings.answers().names().get(i)
                + " has fewer than two different answers; leave it out.");
      }
    }
    return Levels.refusal(forms.bySubject, "subject")
        .or(() -> Levels.refusal(forms.byRater, "rater"))
        .or(() -> partition(forms));
  }

  private static Optional<String> partition(Forms forms) {
    int[] first = new int[forms.raters];
    for (int p = 0; p < forms.pairs(); p++) {
      boolean otherRater = p > 0 && forms.subject[p] == forms.subject[p - 1];
      int r = forms.rater[p];
      if (otherRater || first[r] > 0) {
        return Optional.empty();
      }
      first[r] = p + 1;
    }
    return Optional.of("Each rater rates one subject of their own: the two cannot be told apart.");
  }

  static List<String> warnings(
      Ratings ratings, RandomObjective objective, double[] x, boolean converged) {
    List<String> warnings = new ArrayList<>();
    List<List<Integer>> components = ratings.components();
    int sets = components.size();
    int raters = components.stream().mapToInt(List::size).sum();
    if (sets > 1) {
      warnings.add(
          "The raters fall into "
              + sets
              + " sets without a shared subject: between sets, severity and standing are told"
              + " apart only if raters were dealt out at random.");
    }
    if (x[x.length - 1] == 0) {
      warnings.add("No differences between raters were found: their variance is at its limit, 0.");
    }
    if (x[x.length - 2] == 0) {
      warnings.add(
          "No differences between subjects were found: their variance is at its limit, 0.");
    }
    if (raters < FEW) {
      warnings.add(
          "Fewer than "
              + FEW
              + " raters: their variance is a rough guess; fixed raters suit better.");
    }
    if (!converged) {
      warnings.add("The estimates had not settled when the steps ran out: do not use them.");
    }
    if (!objective.propagation.fineEnough()) {
      warnings.add("The grid is too coarse for raters and subjects with this many answers.");
    }
    return List.copyOf(warnings);
  }
}
