package org.leadager.scores;

import static org.leadager.platform.db.jooq.answers.Tables.FOR_SCORING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.leadager.platform.db.jooq.answers.tables.records.ForScoringRecord;

/** Reads a closed round's answers about one subject, raters numbered. */
final class AnswerSource {
  private AnswerSource() {}

  /** The raters of a subject, in the order of their numbers. */
  static List<RaterAnswers> about(DSLContext dsl, UUID subject) {
    Map<Integer, List<ForScoringRecord>> byRater = new TreeMap<>();
    for (ForScoringRecord row : dsl.selectFrom(FOR_SCORING.call(subject)).fetch()) {
      byRater.computeIfAbsent(row.getRater(), r -> new ArrayList<>()).add(row);
    }
    List<RaterAnswers> raters = new ArrayList<>();
    byRater.forEach((rater, rows) -> raters.add(rater(rater, rows)));
    return raters;
  }

  private static RaterAnswers rater(int number, List<ForScoringRecord> rows) {
    Map<String, Integer> values = new HashMap<>();
    Set<String> unable = new HashSet<>();
    for (ForScoringRecord row : rows) {
      Short value = row.getValue();
      if (value == null) {
        unable.add(row.getItem());
      } else {
        values.put(row.getItem(), value.intValue());
      }
    }
    return new RaterAnswers(number, rows.getFirst().getSource(), values, unable);
  }
}
