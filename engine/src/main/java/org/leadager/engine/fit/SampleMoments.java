package org.leadager.engine.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.data.ItemResponses;

/**
 * The moments that C2 compares: the share of every category but the lowest of every item, and the
 * mean of Y_i Y_j for every pair; expected by a calibration, with their covariance in one row's
 * answers and their derivatives in the free parameters.
 */
final class SampleMoments {
  private static final double NOBODY = 1e-14;

  /** Function f of item i, times function g of item j unless j is negative. */
  private record Moment(int i, int f, int j, int g) {}

  private final Calibration calibration;
  private final List<Moment> moments = new ArrayList<>();
  private final ItemExpectations[] items;
  private final int[] nodes;
  private final double[] weights;
  final double[] expected;

  SampleMoments(Calibration calibration) {
    this.calibration = calibration;
    double[] all = weights(Population.covariance(calibration, 0));
    nodes = IntStream.range(0, all.length).filter(q -> all[q] > NOBODY).toArray();
    weights = IntStream.of(nodes).mapToDouble(q -> all[q]).toArray();
    Curves curves = new Curves(calibration);
    items = new ItemExpectations[curves.items()];
    for (int i = 0; i < items.length; i++) {
      items[i] = new ItemExpectations(calibration, curves, i, nodes);
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

  private double[] weights(double[][] sigma) {
    return Population.weights(calibration.grid(), Population.mean(calibration, 0), sigma);
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
        double other = m.j < 0 ? 1 : ItemExpectations.value(m.g, y.code(r, m.j));
        sum[a] += ItemExpectations.value(m.f, y.code(r, m.i)) * other / rows.length;
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

  /** derivative[parameter][moment]; item parameters first, then free elements of Σ. */
  double[][] derivatives() {
    List<double[]> all = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      for (int a = 0; a < items[i].parameters; a++) {
        double[][] slope = items[i].slope[a];
        int item = i;
        all.add(moments.stream().mapToDouble(m -> derivative(m, item, slope)).toArray());
      }
    }
    int n = calibration.covariance().size();
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < a + (calibration.model().freeSlopes() ? 0 : 1); b++) {
        double[] change = weightChange(a, b);
        all.add(moments.stream().mapToDouble(m -> mean(m, change)).toArray());
      }
    }
    return all.toArray(new double[0][]);
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

  /** ∂w_q/∂Σ_ab by central differences. */
  private double[] weightChange(int a, int b) {
    double h = 1e-5;
    double[][] sigma = Population.covariance(calibration, 0);
    double[] up = weights(moved(sigma, a, b, h));
    double[] down = weights(moved(sigma, a, b, -h));
    return IntStream.of(nodes).mapToDouble(q -> (up[q] - down[q]) / (2 * h)).toArray();
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
