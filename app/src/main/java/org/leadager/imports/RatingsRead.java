package org.leadager.imports;

import java.util.List;

/** What became of reading a file of ratings. */
sealed interface RatingsRead {
  /**
   * Every row is in order.
   *
   * @param contentHash SHA-256 of the instrument and the rows whatever their order, 64 hexadecimal
   *     digits
   */
  record Ratings(List<RatingRow> rows, String contentHash) implements RatingsRead {
    public Ratings {
      rows = List.copyOf(rows);
    }
  }

  /** The first problems, at least one, at most {@value RatingsReader#MOST_PROBLEMS}. */
  record Refused(List<RowProblem> problems) implements RatingsRead {
    public Refused {
      problems = List.copyOf(problems);
    }

    static Refused file(String message) {
      return new Refused(List.of(new RowProblem(0, message)));
    }
  }
}
