package org.leadager.engine.facets;

import java.util.Arrays;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.data.Ratings;

/**
 * Answers sorted by subject in flat arrays. Raters who gave only the lowest or only the highest
 * answers have no finite severity: their answers are left out.
 */
final class FacetData {
  final Ratings ratings;
  final int[] start;
  final int[] item;
  final int[] rater;
  final int[] code;
  final int[] answers;
  final boolean[] extreme;

  FacetData(Ratings ratings) {
    this.ratings = ratings;
    int raters = ratings.raters().groups();
    this.answers = new int[raters];
    this.extreme = extremeRaters(ratings, answers);
    int subjects = ratings.subjects().groups();
    start = new int[subjects + 1];
    visit(ratings, (s, i, r, k) -> start[s + 1] += extreme[r] ? 0 : 1);
    for (int s = 0; s < subjects; s++) {
      start[s + 1] += start[s];
    }
    item = new int[start[subjects]];
    rater = new int[item.length];
    code = new int[item.length];
    int[] next = Arrays.copyOf(start, subjects);
    visit(
        ratings,
        (s, i, r, k) -> {
          if (!extreme[r]) {
            int at = next[s]++;
            item[at] = i;
            rater[at] = r;
            code[at] = k;
          }
        });
  }

  private interface Visitor {
    void answer(int subject, int item, int rater, int code);
  }

  private static void visit(Ratings ratings, Visitor visitor) {
    ItemResponses y = ratings.answers();
    for (int row = 0; row < y.rows(); row++) {
      for (int i = 0; i < y.items(); i++) {
        int code = y.code(row, i);
        if (code != ItemResponses.MISSING) {
          visitor.answer(ratings.subjects().group(row), i, ratings.raters().group(row), code);
        }
      }
    }
  }

  private static boolean[] extremeRaters(Ratings ratings, int[] answers) {
    boolean[] low = new boolean[answers.length];
    boolean[] high = new boolean[answers.length];
    Arrays.fill(low, true);
    Arrays.fill(high, true);
    visit(
        ratings,
        (s, i, r, k) -> {
          answers[r]++;
          low[r] &= k == 0;
          high[r] &= k == ratings.answers().categories(i) - 1;
        });
    boolean[] extreme = new boolean[answers.length];
    for (int r = 0; r < extreme.length; r++) {
      extreme[r] = low[r] || high[r];
    }
    return extreme;
  }

  int subjects() {
    return start.length - 1;
  }

  /** Number of answers that count. */
  int answersAbout(int s) {
    return start[s + 1] - start[s];
  }

  /** Who is rated, by answer. */
  int[] subject() {
    int[] subject = new int[item.length];
    for (int s = 0; s < subjects(); s++) {
      Arrays.fill(subject, start[s], start[s + 1], s);
    }
    return subject;
  }

  /** Shares of each item's categories among its answers. */
  double[][] shares() {
    double[][] shares = new double[items()][];
    int[] n = new int[items()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = new double[categories(i)];
    }
    for (int a = 0; a < item.length; a++) {
      shares[item[a]][code[a]]++;
      n[item[a]]++;
    }
    for (int i = 0; i < shares.length; i++) {
      for (int k = 0; k < shares[i].length; k++) {
        shares[i][k] /= n[i];
      }
    }
    return shares;
  }

  int items() {
    return ratings.answers().items();
  }

  int categories(int i) {
    return ratings.answers().categories(i);
  }

  int raters() {
    return answers.length;
  }

  int usedRaters() {
    int n = 0;
    for (boolean e : extreme) {
      n += e ? 0 : 1;
    }
    return n;
  }

  /** Number of raters without any answer; they are among the extreme ones, too. */
  int silentRaters() {
    int n = 0;
    for (int one : answers) {
      n += one == 0 ? 1 : 0;
    }
    return n;
  }
}
