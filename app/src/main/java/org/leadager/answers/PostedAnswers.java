package org.leadager.answers;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads a posted page: {@code seen} is the revision, {@code q.CODE} an answer, {@code w.CODE}
 * words. Anything else is ignored.
 */
final class PostedAnswers {
  static final String UNABLE = "na";
  private static final int NOT_A_POINT = Integer.MIN_VALUE;

  private PostedAnswers() {}

  static Save read(Map<String, String> posted) {
    Map<String, Draft.Answer> values = new HashMap<>();
    Map<String, String> comments = new HashMap<>();
    posted.forEach((name, text) -> {
      if (name.startsWith("q.")) {
        values.put(name.substring(2), answer(text));
      } else if (name.startsWith("w.")) {
        comments.put(name.substring(2), text.replace("\r\n", "\n"));
      }
    });
    return new Save(number(posted.getOrDefault("seen", "0"), 0), values, comments);
  }

  private static Draft.Answer answer(String text) {
    return text.equals(UNABLE)
        ? Draft.Answer.UNABLE
        : new Draft.Answer(Math.toIntExact(number(text, NOT_A_POINT)));
  }

  private static long number(String text, int otherwise) {
    return text.matches("-?\\d{1,9}") ? Long.parseLong(text) : otherwise;
  }
}
