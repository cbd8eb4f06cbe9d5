package org.leadager.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which comments may be shown: those of raters whose answers count, where a question has words of
 * five or more of them; word for word, without date or source, each question shuffled on its own,
 * so that the first comment of one question says nothing about the first of another.
 */
final class CommentGate {
  private CommentGate() {}

  /**
   * Comments by question, in the order of the questions given.
   *
   * @param salt of this report; the order of comments depends on it and on the words alone
   */
  static Map<String, List<String>> open(
      List<String> questions, List<Comment> comments, Disclosed disclosed, UUID salt) {
    Map<String, List<String>> shown = new LinkedHashMap<>();
    for (String question : questions) {
      List<Comment> words =
          comments.stream()
              .filter(c -> c.question().equals(question) && !c.text().isBlank())
              .filter(c -> disclosed.others().contains(c.rater()))
              .toList();
      long raters = words.stream().map(Comment::rater).distinct().count();
      if (disclosed.reportable() && raters >= Disclosure.LEAST_COMMENTS) {
        shown.put(question, shuffled(words, salt));
      }
    }
    return shown;
  }

  private static List<String> shuffled(List<Comment> words, UUID salt) {
    List<String> texts = new ArrayList<>(words.stream().map(Comment::text).toList());
    texts.sort(
        Comparator.comparing((String t) -> key(salt, words.getFirst().question(), t))
            .thenComparing(Comparator.naturalOrder()));
    return List.copyOf(texts);
  }

  private static String key(UUID salt, String question, String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update((salt + "\n" + question + "\n" + text).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
