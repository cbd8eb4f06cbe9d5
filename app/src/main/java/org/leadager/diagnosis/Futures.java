package org.leadager.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Draws readings that may stand at the end: an outcome from the present chances, then an answer to
 * each open question from P(answer | outcome) ∝ exp(weight). The same numbers as {@link Evidence}
 * gives, answer by answer, laid out flat because a page needs thousands of them.
 */
final class Futures {
  private static final Outcome[] OUTCOMES = Outcome.values();
  private static final int N = OUTCOMES.length;
  private static final long SEED = 20_260_903;

  private final EvidenceTable table;
  private final double[] prior;
  private final double full;
  private final double[] now;
  private final double[][] answered;
  private final List<Open> open = new ArrayList<>();

  /** An open question: weights by answer and outcome, cumulative chances by outcome and answer. */
  private record Open(int block, List<double[]> weights, List<double[]> cumulative) {}

  Futures(Evidence evidence) {
    table = evidence.table();
    prior = array(table.prior());
    full = table.points().values().stream().mapToDouble(p -> p / 100).sum();
    now = array(evidence.chances());
    List<String> blocks = List.copyOf(table.points().keySet());
    answered = new double[blocks.size()][N];
    for (EvidenceTable.Row row : table.rows()) {
      int block = blocks.indexOf(row.block());
      List<double[]> weights = row.answers().values().stream().map(Futures::array).toList();
      evidence
          .answer(row.code())
          .ifPresentOrElse(
              a -> add(answered[block], array(row.answers().getOrDefault(a, ByOutcome.ZERO))),
              () -> open.add(new Open(block, weights, cumulative(weights))));
    }
  }

  /** Chances of each outcome in so many futures, by outcome in the order of the enum, sorted. */
  double[][] sorted(int draws) {
    Random random = new Random(SEED);
    double[][] drawn = new double[N][draws];
    for (int d = 0; d < draws; d++) {
      double[] chances = draw(random);
      for (int o = 0; o < N; o++) {
        drawn[o][d] = chances[o];
      }
    }
    Arrays.stream(drawn).forEach(Arrays::sort);
    return drawn;
  }

  private double[] draw(Random random) {
    int truth = place(random.nextDouble(), now);
    double[][] sums = new double[answered.length][];
    for (int b = 0; b < sums.length; b++) {
      sums[b] = answered[b].clone();
    }
    for (Open question : open) {
      double[] chances = question.cumulative().get(truth);
      int answer = 0;
      double at = random.nextDouble();
      while (answer < chances.length - 1 && at >= chances[answer]) {
        answer++;
      }
      add(sums[question.block()], question.weights().get(answer));
    }
    return chances(sums);
  }

  /** The equation of {@link Evidence}, with every question answered. */
  private double[] chances(double[][] sums) {
    double[] chances = new double[N];
    double total = 0;
    for (int o = 0; o < N; o++) {
      double sum = 0;
      for (double[] block : sums) {
        sum += Math.clamp(block[o], -table.cap(), table.cap());
      }
      chances[o] = prior[o] * Math.exp(table.overlap() * sum);
      total += chances[o];
    }
    for (int o = 0; o < N; o++) {
      chances[o] = full * chances[o] / total + (1 - full) * prior[o];
    }
    return chances;
  }

  private static List<double[]> cumulative(List<double[]> weights) {
    List<double[]> byOutcome = new ArrayList<>();
    for (int o = 0; o < N; o++) {
      int outcome = o;
      double[] up = weights.stream().mapToDouble(w -> Math.exp(w[outcome])).toArray();
      Arrays.parallelPrefix(up, Double::sum);
      double total = up[up.length - 1];
      byOutcome.add(Arrays.stream(up).map(x -> x / total).toArray());
    }
    return byOutcome;
  }

  private static int place(double at, double[] chances) {
    int o = 0;
    double left = at - chances[0];
    while (left >= 0 && o < chances.length - 1) {
      o++;
      left -= chances[o];
    }
    return o;
  }

  private static void add(double[] to, double[] what) {
    for (int o = 0; o < N; o++) {
      to[o] += what[o];
    }
  }

  private static double[] array(ByOutcome figures) {
    return Arrays.stream(OUTCOMES).mapToDouble(figures::of).toArray();
  }
}
