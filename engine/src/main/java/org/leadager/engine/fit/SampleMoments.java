package org.leadager.engine.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.ParameterPlaces;
import org.leadager.engine.data.ItemResponses;

/**
 * The moments that C2 compares in one group: the share of every category but the lowest of every
 * item, and the mean of Y_i Y_j for every pair; expected by a calibration, with their covariance Ξ
 * in one row's answers and their derivatives Δ in the free parameters.
 */
final class SampleMoments {
  private static final double NOBODY = 1e-14;
  private static final double STEP = 1e-5;

  /** Function f of the i-th item, times function g of the j-th unless j is negative. */
  private record Moment(int i, int f, int j, int g) {}

  private final Calibration calibration;
  private final int group;
  private final int[] present;
  private final List<Moment> moments = new ArrayList<>();
  private final ItemExpectations[] items;
  private final int[] nodes;
  private final double[] weights;
  final double[] expected;

  /**
   * @param present the items that the group answers
   */
  SampleMoments(Calibration calibration, int group, int[] present) {
    this.calibration = calibration;
    this.group = group;
    this.present = present;
    double[] all =
        weights(Population.mean(calibration, group), Population.covariance(calibration, group));
    nodes = IntStream.range(0, all.length).filter(q -> all[q] > NOBODY).toArray();
    weights = IntStream.of(nodes).mapToDouble(q -> all[q]).toArray();
    Curves curves = new Curves(calibration);
    items = new ItemExpectations[present.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = new ItemExpectations(calibration, curves, present[i], nodes);
      for (int k = 1; k < items[i].functions; k++) {
        moments.add(new Moment(i, k, -1, 0));
      }
    }
    for (int i = 0; i < items.length; i++) {
      for (int j = 0; j < i; j++) {
        moments.add(new Moment(i, 0, j, 0));
      }
    }
    expected = moments.stream().mapToDouble(m -> mean(m, weights)).toArray();
  }

  int size() {
    return moments.size();
  }

  private double[] weights(double[] mean, double[][] sigma) {
    return Population.weights(calibration.grid(), mean, sigma);
  }

  private double mean(Moment m, double[] weight) {
    double sum = 0;
    double[] f = items[m.i].one[m.f];
    for (int q = 0; q < weight.length; q++) {
      double other = m.j < 0 ? 1 : items[m.j].one[m.g][q];
      sum += weight[q] * f[q] * other;
    }
    return sum;
  }

  /** What complete rows show. */
  double[] observed(ItemResponses y, int[] rows) {
    double[] sum = new double[size()];
    for (int r : rows) {
      for (int a = 0; a < sum.length; a++) {
        Moment m = moments.get(a);
        double other = m.j < 0 ? 1 : ItemExpectations.value(m.g, y.code(r, present[m.j]));
        sum[a] += ItemExpectations.value(m.f, y.code(r, present[m.i])) * other / rows.length;
      }
    }
    return sum;
  }

  /** Covariance of the moments in the answers of one row. */
  double[][] covariance() {
    double[][] xi = new double[size()][size()];
    IntStream.range(0, size())
        .parallel()
        .forEach(a -> {
          for (int b = 0; b <= a; b++) {
            xi[a][b] = product(moments.get(a), moments.get(b)) - expected[a] * expected[b];
          }
        });
    for (int a = 0; a < xi.length; a++) {
      for (int b = 0; b < a; b++) {
        xi[b][a] = xi[a][b];
      }
    }
    return xi;
  }

  private double product(Moment a, Moment b) {
    double sum = 0;
    for (int q = 0; q < weights.length; q++) {
      double v = weights[q] * with(a.i, a.f, b, q);
      v *= a.j < 0 ? 1 : with(a.j, a.g, b, q);
      v *= b.i == a.i || b.i == a.j ? 1 : items[b.i].one[b.f][q];
      v *= b.j < 0 || b.j == a.i || b.j == a.j ? 1 : items[b.j].one[b.g][q];
      sum += v;
    }
    return sum;
  }

  /** Expectation of a function of an item together with what the other moment asks of that item. */
  private double with(int item, int f, Moment other, int q) {
    if (item == other.i) {
      return items[item].two[f][other.f][q];
    }
    return item == other.j ? items[item].two[f][other.g][q] : items[item].one[f][q];
  }

  /** Δ' by free parameter and moment. */
  double[][] derivatives() {
    ParameterPlaces places = calibration.places();
    double[][] byPlace = new double[places.size()][size()];
    for (int i = 0; i < items.length; i++) {
      for (int a = 0; a < places.itemSize(present[i]); a++) {
        double[][] slope = items[i].slope[a];
        int item = i;
        byPlace[places.item(present[i]) + a] = each(m -> derivative(m, item, slope));
      }
    }
    int at = places.group(group);
    for (int d = 0; d < places.means(group); d++) {
      double[] change = meanChange(d);
      byPlace[at++] = each(m -> mean(m, change));
    }
    for (int[] element : places.covariances(group)) {
      double[] change = covarianceChange(element[0], element[1]);
      byPlace[at++] = each(m -> mean(m, change));
    }
    return free(byPlace);
  }

  private double[] each(ToDoubleFunction<Moment> of) {
    return moments.stream().mapToDouble(of).toArray();
  }

  private double[][] free(double[][] byPlace) {
    double[][] free = new double[calibration.places().free()][size()];
    double[] column = new double[byPlace.length];
    for (int a = 0; a < size(); a++) {
      for (int x = 0; x < column.length; x++) {
        column[x] = byPlace[x][a];
      }
      double[] reduced = calibration.places().reduce(column);
      for (int z = 0; z < free.length; z++) {
        free[z][a] = reduced[z];
      }
    }
    return free;
  }

  private double derivative(Moment m, int item, double[][] slope) {
    if (m.i != item && m.j != item) {
      return 0;
    }
    double[] moving = slope[m.i == item ? m.f : m.g];
    int still = m.i == item ? m.j : m.i;
    int function = m.i == item ? m.g : m.f;
    double sum = 0;
    for (int q = 0; q < weights.length; q++) {
      sum += weights[q] * moving[q] * (still < 0 ? 1 : items[still].one[function][q]);
    }
    return sum;
  }

  /** ∂w_q/∂μ_d by central differences. */
  private double[] meanChange(int d) {
    double[] mean = Population.mean(calibration, group);
    double[] up = mean.clone();
    double[] down = mean.clone();
    up[d] += STEP;
    down[d] -= STEP;
    double[][] sigma = Population.covariance(calibration, group);
    return change(weights(up, sigma), weights(down, sigma));
  }

  /** ∂w_q/∂Σ_ab by central differences. */
  private double[] covarianceChange(int a, int b) {
    double[] mean = Population.mean(calibration, group);
    double[][] sigma = Population.covariance(calibration, group);
    return change(
        weights(mean, moved(sigma, a, b, STEP)), weights(mean, moved(sigma, a, b, -STEP)));
  }

  private double[] change(double[] up, double[] down) {
    return IntStream.of(nodes).mapToDouble(q -> (up[q] - down[q]) / (2 * STEP)).toArray();
  }

  private static double[][] moved(double[][] sigma, int a, int b, double by) {
    double[][] copy = new double[sigma.length][];
    for (int d = 0; d < copy.length; d++) {
      copy[d] = sigma[d].clone();
    }
    copy[a][b] += by;
    copy[b][a] = copy[a][b];
    return copy;
  }
}
