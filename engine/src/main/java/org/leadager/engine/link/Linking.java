package org.leadager.engine.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.ItemParameters;
import org.leadager.engine.link.Criterion.Minimum;
import org.leadager.engine.link.Criterion.Nodes;
import org.leadager.engine.link.LinkResult.Drift;
import org.leadager.engine.link.LinkResult.Linked;
import org.leadager.engine.link.LinkResult.Refused;
import org.leadager.engine.model.ItemModel;

/**
 * Links a new calibration to a base by the items both have, recognised by name: A and B that bring
 * the expected sums of their answers together (Stocking and Lord 1983) over the people of the
 * base's first group.
 *
 * <p>One dimension. docs/methods/linking.md.
 */
public final class Linking {
  /** Beyond this root mean square an item has moved, as in OECD's PISA 2015 (.12). */
  private static final double MOVED = 0.12;

  /** Where Haebara's criterion disagrees by more, in base SD, single items disagree. */
  private static final double DISAGREE = 0.1;

  private static final double FEW = 0.2;
  private static final int ENOUGH = 5;

  private final Calibration base;
  private final Calibration fresh;
  private final double sd;
  private final Nodes nodes;

  private Linking(Calibration base, Calibration fresh) {
    this.base = base;
    this.fresh = fresh;
    this.sd = Math.sqrt(base.covariance().getFirst().getFirst());
    this.nodes = Nodes.normal(base.groups().getFirst().mean().getFirst(), sd);
  }

  /**
   * The link from {@code fresh} to {@code base}.
   *
   * @return refused where models differ, one of them has several dimensions or has not converged,
   *     no item is common, or the common items do not fit together
   */
  public static LinkResult of(Calibration base, Calibration fresh) {
    Optional<String> refusal = refusal(base, fresh);
    return refusal.isPresent() ? new Refused(refusal.get()) : new Linking(base, fresh).link();
  }

  private static Optional<String> refusal(Calibration base, Calibration fresh) {
    if (!base.model().equals(fresh.model())) {
      return Optional.of(
          "The calibrations are of different models (%s and %s): calibrate both with one model."
              .formatted(base.model().name(), fresh.model().name()));
    }
    if (base.covariance().size() > 1 || fresh.covariance().size() > 1) {
      return Optional.of("Only calibrations of one dimension can be linked.");
    }
    if (!base.fit().converged() || !fresh.fit().converged()) {
      return Optional.of(
          "One of the calibrations has not converged: its figures cannot be linked.");
    }
    return Optional.empty();
  }

  private LinkResult link() {
    List<CommonItem> common = new ArrayList<>();
    Map<String, ItemParameters> byName = new HashMap<>();
    fresh.items().forEach(item -> byName.put(item.name(), item));
    for (ItemParameters item : base.items()) {
      ItemParameters other = byName.get(item.name());
      if (other == null) {
        continue;
      }
      if (other.intercepts().size() != item.intercepts().size()) {
        return new Refused(
            "%s has %d answers in one calibration and %d in the other: leave it out of one of them."
                .formatted(
                    item.name(), item.intercepts().size() + 1, other.intercepts().size() + 1));
      }
      CommonItem pair = new CommonItem(base.model(), item, other);
      if (!pair.sameDirection()) {
        return new Refused(
            item.name()
                + " runs one way in one calibration and the other way in the other: reverse its"
                + " answers in one of them.");
      }
      common.add(pair);
    }
    return common.isEmpty()
        ? new Refused("No item has the same name in both calibrations: nothing links them.")
        : linked(common);
  }

  private LinkResult linked(List<CommonItem> common) {
    Minimum found = stockingLord(common).minimum();
    if (!found.converged()) {
      return new Refused(
          "No link brings the common items together: look at their slopes and thresholds first.");
    }
    List<Drift> drift = common.stream().map(item -> drift(item, found)).toList();
    double[] errors = jackknife(common, found);
    return new Linked(
        found.slope(),
        found.intercept(),
        errors[0],
        errors[1],
        found.value(),
        drift,
        fresh.items().stream().map(item -> onto(item, found)).toList(),
        warnings(common, found, drift));
  }

  private Criterion stockingLord(List<CommonItem> items) {
    return new Criterion(items, nodes, base.model().freeSlopes(), true);
  }

  private Drift drift(CommonItem item, Minimum link) {
    double mean = 0;
    double square = 0;
    for (int q = 0; q < nodes.theta.length; q++) {
      double theta = nodes.theta[q];
      double off =
          (item.expectedByNew(theta, link.slope(), link.intercept()) - item.expectedByBase(theta))
              / item.range();
      mean += nodes.weight[q] * off;
      square += nodes.weight[q] * off * off;
    }
    return new Drift(item.name, mean, Math.sqrt(square), Math.sqrt(square) > MOVED);
  }

  /** √((n − 1)/n Σ (x₋ᵢ − x̄₋)²) of A and B, each common item left out once. */
  private double[] jackknife(List<CommonItem> common, Minimum all) {
    int n = common.size();
    boolean free = base.model().freeSlopes();
    if (n < 3) {
      return new double[] {free ? Double.NaN : 0, Double.NaN};
    }
    double[][] without = new double[2][n];
    for (int i = 0; i < n; i++) {
      List<CommonItem> rest = new ArrayList<>(common);
      rest.remove(i);
      Minimum found = stockingLord(rest).from(all.slope(), all.intercept());
      without[0][i] = found.slope();
      without[1][i] = found.intercept();
    }
    return new double[] {free ? spread(without[0]) : 0, spread(without[1])};
  }

  private static double spread(double[] without) {
    double mean = 0;
    for (double x : without) {
      mean += x / without.length;
    }
    double square = 0;
    for (double x : without) {
      square += (x - mean) * (x - mean);
    }
    return Math.sqrt(square * (without.length - 1) / without.length);
  }

  /** a/A, and intercepts moved by −aB/A as the model moves them. */
  private ItemParameters onto(ItemParameters item, Minimum link) {
    ItemModel model = base.model();
    double a = item.slopes().getFirst() / link.slope();
    double[] d = model.shifted(CommonItem.numbers(item), -a * link.intercept());
    List<Double> intercepts = new ArrayList<>();
    List<Double> unknown = new ArrayList<>();
    for (double value : d) {
      intercepts.add(value);
      unknown.add(Double.NaN);
    }
    return new ItemParameters(
        item.name(),
        List.of(a),
        List.copyOf(intercepts),
        List.of(item.slopeErrors().getFirst() / link.slope()),
        List.copyOf(unknown));
  }

  private List<String> warnings(List<CommonItem> common, Minimum link, List<Drift> drift) {
    List<String> warnings = new ArrayList<>();
    int most = Math.max(base.items().size(), fresh.items().size());
    if (common.size() < ENOUGH || common.size() < FEW * most) {
      warnings.add(
          "Only %d of %d items are common; a link should rest on five or more and a fifth of them."
              .formatted(common.size(), most));
    }
    List<String> moved = drift.stream().filter(Drift::moved).map(Drift::name).toList();
    if (!moved.isEmpty()) {
      warnings.add(
          "These common items do not mean the same in both: "
              + String.join(", ", moved)
              + ". Link again without them.");
    }
    Minimum apart =
        new Criterion(common, nodes, base.model().freeSlopes(), false)
            .from(link.slope(), link.intercept());
    if (Math.abs(apart.intercept() - link.intercept()) > DISAGREE * sd
        || Math.abs(Math.log(apart.slope() / link.slope())) > DISAGREE) {
      warnings.add(
          "Comparing item by item (Haebara) gives A %.3f and B %.3f: the common items disagree."
              .formatted(apart.slope(), apart.intercept()));
    }
    return List.copyOf(warnings);
  }
}
