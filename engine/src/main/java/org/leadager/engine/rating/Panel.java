package org.leadager.engine.rating;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The answers of some of a subject's raters, sorted by rater and then by competence. A block is one
 * rater's answers to one competence. Raters without any answer are left out.
 */
final class Panel {
  final int raters;
  final int blocks;
  final int ratings;

  /** Index of each rater in the ratings this panel was made from. */
  final int[] original;

  final int[] source;
  final double[] weight;

  /** Index of the rater's severity among those of the subject, −1 when it is part of the halo. */
  final int[] severity;

  /** Var(t) where the severity is told apart, else 0. */
  final double[] severityVariance;

  private int severities;

  /** First block of each rater; one entry more than raters. */
  final int[] raterStart;

  final int[] blockCompetence;

  /** First rating of each block; one entry more than blocks. */
  final int[] blockStart;

  final int[] item;

  /** 0-based. */
  final int[] answer;

  static Panel of(ModelTerms terms, SubjectRatings all, IntPredicate keepSource) {
    return new Panel(terms, all, sortedRows(terms, all, keepSource));
  }

  private Panel(ModelTerms terms, SubjectRatings all, int[] rows) {
    ratings = rows.length;
    item = new int[ratings];
    answer = new int[ratings];
    int[] keptRater = new int[all.raters()];
    int[] firstBlock = new int[all.raters() + 1];
    int[] competences = new int[ratings];
    int[] starts = new int[ratings + 1];
    int r = -1;
    int b = -1;
    for (int n = 0; n < ratings; n++) {
      int row = rows[n];
      item[n] = all.item[row];
      answer[n] = all.category[row] - 1;
      int c = terms.competence[item[n]];
      boolean newRater = r < 0 || keptRater[r] != all.rater[row];
      if (newRater || competences[b] != c) {
        b++;
        competences[b] = c;
        starts[b] = n;
      }
      if (newRater) {
        r++;
        keptRater[r] = all.rater[row];
        firstBlock[r] = b;
      }
    }
    raters = r + 1;
    blocks = b + 1;
    firstBlock[raters] = blocks;
    starts[blocks] = ratings;
    original = Arrays.copyOf(keptRater, raters);
    raterStart = Arrays.copyOf(firstBlock, raters + 1);
    blockCompetence = Arrays.copyOf(competences, blocks);
    blockStart = Arrays.copyOf(starts, blocks + 1);
    source = Arrays.stream(original).map(q -> all.raterSource[q]).toArray();
    weight = Arrays.stream(original).mapToDouble(q -> all.raterWeight[q]).toArray();
    severity = IntStream.generate(() -> -1).limit(raters).toArray();
    severityVariance = new double[raters];
  }

  /** Rows of the kept sources, ordered by rater, competence and item. */
  private static int[] sortedRows(ModelTerms terms, SubjectRatings all, IntPredicate keepSource) {
    long items = terms.structure.items().size();
    long competences = terms.structure.competences() + 1L;
    long[] keys = new long[all.ratings()];
    int kept = 0;
    for (int row = 0; row < all.ratings(); row++) {
      if (keepSource.test(all.raterSource[all.rater[row]])) {
        long block = all.rater[row] * competences + terms.competence[all.item[row]] + 1;
        keys[kept++] = (block * items + all.item[row]) * all.ratings() + row;
      }
    }
    Arrays.sort(keys, 0, kept);
    int[] rows = new int[kept];
    for (int n = 0; n < kept; n++) {
      rows[n] = (int) (keys[n] % all.ratings());
    }
    return rows;
  }

  /** Number of raters of a source. */
  int ratersOf(int g) {
    return (int) Arrays.stream(source).filter(s -> s == g).count();
  }

  /** Takes the severity, of this variance, out of a rater's halo: others know about it too. */
  void tellApart(int r, int index, double variance) {
    severity[r] = index;
    severityVariance[r] = variance;
    severities = Math.max(severities, index + 1);
  }

  int severities() {
    return severities;
  }
}
