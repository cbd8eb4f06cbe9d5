package org.leadager.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which side the words of a request speak of. A plain list of words per language, shown to the
 * person and put right by them; nothing is guessed beyond it.
 */
final class RequestWords {
  private static final int MOST_SHOWN = 4;

  private final Pattern management;
  private final Pattern leadership;

  private RequestWords(Pattern management, Pattern leadership) {
    this.management = management;
    this.leadership = leadership;
  }

  /**
   * What was found.
   *
   * @param answer management, leadership, both or none
   * @param words the words found, as they stand in the request
   */
  record Found(String answer, List<String> words) {}

  static RequestWords load(String language) {
    String file = "/diagnosis/words/" + language + ".json";
    try (InputStream in = RequestWords.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No word lists in " + language);
      }
      JsonNode lists = new JsonMapper().readTree(in);
      return new RequestWords(pattern(lists.path("management")), pattern(lists.path("leadership")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Found in(String request) {
    Set<String> m = matches(management, request);
    Set<String> l = matches(leadership, request);
    String answer =
        m.isEmpty() ? (l.isEmpty() ? "none" : "leadership") : l.isEmpty() ? "management" : "both";
    List<String> words = new ArrayList<>(m);
    words.addAll(l);
    return new Found(answer, words.stream().limit(MOST_SHOWN).toList());
  }

  private static Set<String> matches(Pattern pattern, String request) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = pattern.matcher(request);
    while (matcher.find()) {
      found.add(matcher.group().toLowerCase(Locale.ROOT));
    }
    return found;
  }

  /** Whole words; a star at the end stands for any further letters. */
  private static Pattern pattern(JsonNode list) {
    List<String> words = new ArrayList<>();
    for (JsonNode word : list) {
      String text = word.asString();
      boolean open = text.endsWith("*");
      String stem = open ? text.substring(0, text.length() - 1) : text;
      words.add(Pattern.quote(stem) + (open ? "\\p{L}*" : ""));
    }
    return Pattern.compile(
        "(?<!\\p{L})(?:" + String.join("|", words) + ")(?!\\p{L})",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
