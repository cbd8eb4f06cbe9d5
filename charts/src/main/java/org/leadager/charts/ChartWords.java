package org.leadager.charts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few words that charts say by themselves. English is the file {@code words_en.properties};
 * another language is a map with the same keys.
 */
public final class ChartWords {
  private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");
  private static final ChartWords ENGLISH = new ChartWords(read("words_en.properties"));

  private final Map<String, String> texts;

  private ChartWords(Map<String, String> texts) {
    this.texts = texts;
  }

  public static ChartWords english() {
    return ENGLISH;
  }

  /**
   * Words of another language.
   *
   * @param texts every key of {@code words_en.properties}; {@code direction} is ltr or rtl
   * @throws IllegalArgumentException naming the first key that is missing
   */
  public static ChartWords of(Map<String, String> texts) {
    for (String key : ENGLISH.texts.keySet()) {
      if (!texts.containsKey(key)) {
        throw new IllegalArgumentException("Missing chart word: " + key);
      }
    }
    return new ChartWords(Map.copyOf(texts));
  }

  /** The English texts by key: what a translation has to cover. */
  public static Map<String, String> englishTexts() {
    return Map.copyOf(ENGLISH.texts);
  }

  boolean rightToLeft() {
    return "rtl".equals(texts.get("direction"));
  }

  /** One pass over the slots, so that a name containing "{1}" stays what it is. */
  String get(String key, String... values) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("No chart word: " + key);
    }
    return SLOT.matcher(text)
        .replaceAll(slot -> Matcher.quoteReplacement(values[Integer.parseInt(slot.group(1))]));
  }

  private static Map<String, String> read(String file) {
    Properties properties = new Properties();
    try (InputStream in = ChartWords.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource: " + file);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, value) -> texts.put((String) key, (String) value));
    return texts;
  }
}
