package org.leadager.engine.fit;

import java.util.List;
import java.util.Optional;

/**
 * Whether one item works differently between groups, people of the same trait compared.
 *
 * @param name the item
 * @param any slopes and intercepts free against all equal
 * @param uniform intercepts free against all equal; the same as {@code any} where slopes are not
 *     estimated
 * @param nonuniform slopes free too, against intercepts free
 * @param adjusted the p of {@code any}, corrected for the number of items
 * @param found whether that is below the level asked for
 * @param effects how large, for every group but the first; none where that fit did not settle
 */
public record ItemDif(
    String name,
    Test any,
    Test uniform,
    Test nonuniform,
    double adjusted,
    boolean found,
    List<Effect> effects) {

  /** Why there is no p, as the end of a sentence; empty where there is one. */
  public Optional<String> untested() {
    if (!Double.isNaN(any.p())) {
      return Optional.empty();
    }
    return Optional.of(
        Double.isNaN(any.statistic())
            ? "its estimates by group do not settle"
            : "too few groups give it different answers");
  }

  /**
   * A likelihood ratio test.
   *
   * @param statistic twice the gain in log-likelihood; NaN where a fit did not settle
   * @param df parameters more
   * @param p chance of a larger one without a difference; NaN without degrees of freedom
   */
  public record Test(double statistic, int df, double p) {}

  /**
   * How much more a group's people answer than people of the same trait in the first group, in the
   * units of the answers, averaged over the group.
   *
   * @param group the group's label
   * @param signed mean difference: its direction, and small where differences cancel
   * @param unsigned mean of its absolute value
   */
  public record Effect(String group, double signed, double unsigned) {}
}
