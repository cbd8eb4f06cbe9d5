package org.leadager.engine.calibrate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadager.engine.data.Grouping;

/**
 * What a calibration is to assume beyond its model: loadings, groups and what they share, given
 * values. docs/methods/groups.md.
 *
 * <p>Item parameters are equal over groups. The first group's traits have mean zero (and variance
 * one where slopes are free), the others' means and covariances are free. Where anchors hold the
 * scale, the first group's are free too.
 *
 * @param loadings dimensions of each item
 * @param groups each row's group; empty for one group
 * @param free names of items that may differ between groups, and how: each becomes one item per
 *     group, named as {@link #nameIn} says
 * @param anchors items held at given values, found by name
 * @param clusters each row's cluster, such as the subject that it is about, where errors are also
 *     wanted that do not take rows for independent
 * @param start a calibration whose values are close, for items and groups of the same name
 */
public record Design(
    LoadingPattern loadings,
    Optional<Grouping> groups,
    Map<String, Freedom> free,
    List<ItemParameters> anchors,
    Optional<Grouping> clusters,
    Optional<Calibration> start) {

  /** Copies what could change. */
  public Design {
    free = Map.copyOf(free);
    anchors = List.copyOf(anchors);
  }

  /** One group, nothing given. */
  public static Design of(LoadingPattern loadings) {
    return new Design(
        loadings, Optional.empty(), Map.of(), List.of(), Optional.empty(), Optional.empty());
  }

  /** With several groups. */
  public Design groups(Grouping rows) {
    return new Design(loadings, Optional.of(rows), free, anchors, clusters, start);
  }

  /** With items that may differ between groups. */
  public Design free(Map<String, Freedom> items) {
    return new Design(loadings, groups, items, anchors, clusters, start);
  }

  /** With items held at these values, such as another calibration's. */
  public Design anchors(List<ItemParameters> held) {
    return new Design(loadings, groups, free, held, clusters, start);
  }

  /** With rows of a cluster, such as the forms about a subject, that depend on each other. */
  public Design clusters(Grouping rows) {
    return new Design(loadings, groups, free, anchors, Optional.of(rows), start);
  }

  /** With a calibration to start from: the same maximum, sooner. */
  public Design startingFrom(Calibration close) {
    return new Design(loadings, groups, free, anchors, clusters, Optional.of(close));
  }

  /** What an item that may differ is called in one group. */
  public static String nameIn(String item, String group) {
    return item + " [" + group + "]";
  }
}
