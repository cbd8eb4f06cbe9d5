package org.leadager.engine.crossed;

import java.util.Arrays;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.data.Ratings;

/**
 * The answers of each pair of subject and rater, pairs sorted by subject. All of a pair's answers
 * depend on the one predictor θ_subject − s_rater, so that rows that repeat a pair are one pair.
 */
final class Forms {
  final int subjects;
  final int raters;
  final int items;

  /** Subject and rater of each pair. */
  final int[] subject;

  final int[] rater;

  /** Answers of pair p are start[p] … start[p + 1] − 1. */
  final int[] start;

  final int[] item;
  final int[] code;

  /** Number of answers by subject and by rater. */
  final int[] bySubject;

  final int[] byRater;

  Forms(Ratings ratings) {
    ItemResponses y = ratings.answers();
    subjects = ratings.subjects().groups();
    raters = ratings.raters().groups();
    items = y.items();
    bySubject = new int[subjects];
    byRater = new int[raters];
    long[] rows = sortedRows(ratings);
    subject = new int[rows.length];
    rater = new int[rows.length];
    int[] first = new int[rows.length + 1];
    int answers = answered(y);
    item = new int[answers];
    code = new int[answers];
    int pairs = 0;
    int at = 0;
    for (long packed : rows) {
      int row = (int) packed;
      int s = ratings.subjects().group(row);
      int r = ratings.raters().group(row);
      int before = at;
      for (int i = 0; i < items; i++) {
        if (y.code(row, i) != ItemResponses.MISSING) {
          item[at] = i;
          code[at++] = y.code(row, i);
        }
      }
      bySubject[s] += at - before;
      byRater[r] += at - before;
      boolean same = pairs > 0 && subject[pairs - 1] == s && rater[pairs - 1] == r;
      if (!same && at > before) {
        subject[pairs] = s;
        rater[pairs++] = r;
      }
      first[pairs] = at;
    }
    start = Arrays.copyOf(first, pairs + 1);
  }

  /** Row numbers in the order of subjects, then raters. */
  private static long[] sortedRows(Ratings ratings) {
    int rows = ratings.answers().rows();
    long[] key = new long[rows];
    int[] next = new int[ratings.subjects().groups() + 1];
    for (int r = 0; r < rows; r++) {
      next[ratings.subjects().group(r) + 1]++;
    }
    for (int s = 0; s + 1 < next.length; s++) {
      next[s + 1] += next[s];
    }
    int[] begin = next.clone();
    for (int r = 0; r < rows; r++) {
      key[next[ratings.subjects().group(r)]++] = (long) ratings.raters().group(r) << 32 | r;
    }
    for (int s = 0; s + 1 < begin.length; s++) {
      Arrays.sort(key, begin[s], begin[s + 1]);
    }
    return key;
  }

  private static int answered(ItemResponses y) {
    int n = 0;
    for (int r = 0; r < y.rows(); r++) {
      for (int i = 0; i < y.items(); i++) {
        n += y.code(r, i) == ItemResponses.MISSING ? 0 : 1;
      }
    }
    return n;
  }

  int pairs() {
    return start.length - 1;
  }
}
