package org.leadager.engine.crossed;

import java.util.ArrayList;
import java.util.List;

/** What must be known before any figure is believed. */
final class Warnings {
  private Warnings() {}

  static List<String> of(int sets, boolean converged, double raterSd, double rateeSd) {
    List<String> warnings = new ArrayList<>();
    if (sets > 1) {
      warnings.add(
          "Raters and ratees fall into "
              + sets
              + " sets without a shared one: effects compare within a set only.");
    }
    if (raterSd == 0) {
      warnings.add("No differences between raters were found: their variance is at its limit, 0.");
    }
    if (rateeSd == 0) {
      warnings.add("No differences between ratees were found: their variance is at its limit, 0.");
    }
    if (!converged) {
      warnings.add("The estimates had not settled when the steps ran out: do not use them.");
    }
    return List.copyOf(warnings);
  }
}
