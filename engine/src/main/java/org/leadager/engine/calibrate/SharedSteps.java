package org.leadager.engine.calibrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.leadager.engine.data.ItemResponses;

/**
 * Which items share their steps: those for which the same answers occur, three or more. An item on
 * a scale of its own, or with an answer that nobody chose, keeps its own steps.
 */
final class SharedSteps {
  /** Items in their order, two or more in each group. */
  final List<int[]> groups;

  private SharedSteps(List<int[]> groups) {
    this.groups = groups;
  }

  /** Makes each group's intercepts share their mean steps; what an item loses was a start only. */
  void level(double[] x, int[] firstIntercept, int[] categories) {
    for (int[] group : groups) {
      int top = categories[group[0]] - 1;
      double[] steps = new double[top];
      for (int k = 1; k <= top; k++) {
        for (int item : group) {
          int first = firstIntercept[item];
          steps[k - 1] += (x[first + k - 1] - k * x[first + top - 1] / top) / group.length;
        }
      }
      for (int item : group) {
        double easiness = x[firstIntercept[item] + top - 1] / top;
        for (int k = 1; k <= top; k++) {
          x[firstIntercept[item] + k - 1] = k * easiness + steps[k - 1];
        }
      }
    }
  }

  /** The items of no group. */
  int[] others(int items) {
    boolean[] grouped = new boolean[items];
    groups.forEach(group -> IntStream.of(group).forEach(i -> grouped[i] = true));
    return IntStream.range(0, items).filter(i -> !grouped[i]).toArray();
  }

  static SharedSteps none() {
    return new SharedSteps(List.of());
  }

  static SharedSteps of(ItemResponses y) {
    return new SharedSteps(
        byAnswers(y).values().stream()
            .filter(group -> group.size() > 1)
            .map(group -> group.stream().mapToInt(Integer::intValue).toArray())
            .toList());
  }

  /** A sentence for every item that shares with no other, though it has steps to share. */
  static List<String> alone(ItemResponses y) {
    List<String> said = new ArrayList<>();
    byAnswers(y)
        .forEach((answers, group) -> {
          if (group.size() == 1) {
            said.add(
                y.names().get(group.getFirst())
                    + " keeps its own steps: no other item has its answers "
                    + answers.stream().map(SharedSteps::plain).toList()
                    + ".");
          }
        });
    return said;
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static Map<List<Double>, List<Integer>> byAnswers(ItemResponses y) {
    Map<List<Double>, List<Integer>> items = new LinkedHashMap<>();
    for (int i = 0; i < y.items(); i++) {
      int item = i;
      if (y.categories(i) > 2) {
        List<Double> answers =
            IntStream.range(0, y.categories(i)).mapToObj(k -> y.label(item, k)).toList();
        items.computeIfAbsent(answers, none -> new ArrayList<>()).add(i);
      }
    }
    return items;
  }
}
