package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * In which order severities are eliminated from T, so that few new ties arise: always one that
 * seems to hang together with the fewest others (approximate minimum degree, Amestoy, Davis and
 * Duff 1996). Ties are kept as groups: at first one for each subject, of the severities in their
 * panel; a severity that is eliminated melts its groups into one.
 */
final class EliminationOrder {
  /** A severity that waits, with what its degree was taken to be. */
  private record Waiting(int severity, int degree) {}

  final int size;

  /** Severities as they are eliminated. */
  final int[] order;

  /** What each severity hangs together with when its turn comes. */
  final int[][] front;

  /**
   * Groups that each severity melts into one: subjects first, then severities counted on from them.
   */
  final int[][] melted;

  /** Number of subjects. */
  final int subjects;

  private final List<int[]> groups;
  private final boolean[] molten;
  private final int[][] groupsOf;
  private final int[] degree;
  private final int[] outside;
  private final int[] outsideAsOf;
  private final int[] mark;
  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(
          Comparator.comparingInt(Waiting::degree).thenComparingInt(Waiting::severity));
  private double work;

  /**
   * Finds an order.
   *
   * @param members for each subject the severities of its panel, each once
   * @param mostWork multiplications that one factorisation may take
   * @return empty when there would be more
   */
  static Optional<EliminationOrder> of(List<int[]> members, int size, double mostWork) {
    EliminationOrder order = new EliminationOrder(members, size);
    return order.run(mostWork) ? Optional.of(order) : Optional.empty();
  }

  private EliminationOrder(List<int[]> members, int size) {
    this.size = size;
    subjects = members.size();
    groups = new ArrayList<>(members);
    for (int t = 0; t < size; t++) {
      groups.add(new int[0]);
    }
    order = new int[size];
    front = new int[size][];
    melted = new int[size][];
    molten = new boolean[groups.size()];
    degree = new int[size];
    outside = new int[groups.size()];
    outsideAsOf = new int[groups.size()];
    mark = new int[size];
    groupsOf = groupsOf(members);
    for (int t = 0; t < size; t++) {
      for (int e : groupsOf[t]) {
        degree[t] += groups.get(e).length - 1;
      }
      waiting.add(new Waiting(t, degree[t]));
    }
  }

  private int[][] groupsOf(List<int[]> members) {
    int[] count = new int[size];
    members.forEach(group -> Arrays.stream(group).forEach(t -> count[t]++));
    int[][] of = new int[size][];
    Arrays.setAll(of, t -> new int[count[t]]);
    for (int p = 0; p < members.size(); p++) {
      for (int t : members.get(p)) {
        of[t][--count[t]] = p;
      }
    }
    return of;
  }

  private boolean run(double mostWork) {
    for (int n = 0; n < size; n++) {
      Waiting next = waiting.remove();
      while (front[next.severity] != null || next.degree != degree[next.severity]) {
        next = waiting.remove();
      }
      order[n] = next.severity;
      eliminate(next.severity, n + 1);
      double ties = front[next.severity].length + 1.0;
      work += ties * ties;
      if (work > mostWork) {
        return false;
      }
    }
    return true;
  }

  private void eliminate(int t, int step) {
    List<Integer> melting = new ArrayList<>();
    int made = subjects + t;
    front[t] = union(t, step, melting);
    groups.set(made, front[t]);
    for (int u : front[t]) {
      groupsOf[u] = withMade(groupsOf[u], made);
    }
    measureOutside(made, step);
    for (int u : front[t]) {
      tally(u, made, melting);
    }
    melted[t] = melting.stream().mapToInt(Integer::intValue).toArray();
  }

  /** All that t hangs together with; its groups melt. */
  private int[] union(int t, int step, List<Integer> melting) {
    int most = Arrays.stream(groupsOf[t]).map(e -> groups.get(e).length).sum();
    int[] found = new int[most];
    int count = 0;
    mark[t] = step;
    for (int e : groupsOf[t]) {
      for (int u : groups.get(e)) {
        if (mark[u] != step) {
          mark[u] = step;
          found[count++] = u;
        }
      }
      molten[e] = true;
      melting.add(e);
    }
    return Arrays.copyOf(found, count);
  }

  private int[] withMade(int[] old, int made) {
    int[] kept = new int[old.length + 1];
    int count = 0;
    for (int e : old) {
      if (!molten[e]) {
        kept[count++] = e;
      }
    }
    kept[count++] = made;
    return Arrays.copyOf(kept, count);
  }

  /** How many members of each group that touches the new one lie outside it. */
  private void measureOutside(int made, int step) {
    for (int u : groups.get(made)) {
      for (int e : groupsOf[u]) {
        if (outsideAsOf[e] != step) {
          outsideAsOf[e] = step;
          outside[e] = groups.get(e).length;
        }
        outside[e]--;
      }
    }
  }

  /** A new degree for u; groups that lie wholly within the new one melt too. */
  private void tally(int u, int made, List<Integer> melting) {
    int sum = groups.get(made).length - 1;
    for (int e : groupsOf[u]) {
      if (e != made && outside[e] == 0 && !molten[e]) {
        molten[e] = true;
        melting.add(e);
      }
      sum += e == made ? 0 : outside[e];
    }
    groupsOf[u] = Arrays.stream(groupsOf[u]).filter(e -> !molten[e]).toArray();
    degree[u] = sum;
    waiting.add(new Waiting(u, sum));
  }
}
