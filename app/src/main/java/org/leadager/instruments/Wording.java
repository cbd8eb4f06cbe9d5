package org.leadager.instruments;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An instrument's words, by language.
 *
 * @param language the tag of the language it was written in, always present
 * @param byLanguage texts by language tag
 */
public record Wording(String language, Map<String, Texts> byLanguage) {

  /** The texts in a language, else in its base language, else in the original one. */
  public Texts in(Locale locale) {
    Texts exact = byLanguage.get(locale.toLanguageTag());
    if (exact != null) {
      return exact;
    }
    Texts base = byLanguage.get(locale.getLanguage());
    return base != null ? base : original();
  }

  /** The texts in the language the instrument was written in. */
  public Texts original() {
    Texts texts = byLanguage.get(language);
    if (texts == null) {
      throw new IllegalStateException("An instrument without texts in " + language);
    }
    return texts;
  }

  /** A name with its definition, which may be absent. */
  public record Named(String name, @Nullable String definition) {}

  /** A point of a scale; the anchor says how often it means. */
  public record Point(String label, @Nullable String anchor) {}

  /**
   * All words in one language. Maps are by code.
   *
   * @param stem what is read before each item, may hold {@code {subject}}
   * @param subjects who {@code {subject}} is, by source, with {@code default}
   * @param act how "this" is explained, holds {@code {act}}
   * @param shared name of the competences that weigh on several axes
   * @param points labels from 1 upwards
   * @param unable label of "not able to judge"
   */
  public record Texts(
      String language,
      String title,
      @Nullable String description,
      @Nullable String stem,
      Map<String, String> subjects,
      @Nullable String act,
      Map<String, Named> axes,
      @Nullable Named shared,
      Map<String, Named> competences,
      Map<String, String> items,
      List<Point> points,
      @Nullable String unable,
      Map<String, String> sources,
      Map<String, String> forms,
      @Nullable AmountTexts amounts,
      Map<String, String> openQuestions) {

    /** The stem for raters of a source; empty where there is none. */
    public String stemFor(String source) {
      if (stem == null) {
        return "";
      }
      String subject = subjects.getOrDefault(source, subjects.getOrDefault("default", ""));
      return stem.replace("{subject}", subject);
    }

    /** The wording of an item. */
    public String item(String code) {
      return of(items, code);
    }

    /** The name of an axis. */
    public String axis(String code) {
      return of(axes, code).name();
    }

    /** The name of a competence. */
    public String competence(String code) {
      return of(competences, code).name();
    }

    /** The name of a source. */
    public String source(String code) {
      return of(sources, code);
    }

    private static <T> T of(Map<String, T> map, String code) {
      T found = map.get(code);
      if (found == null) {
        throw new IllegalArgumentException("No text for " + code);
      }
      return found;
    }
  }

  /** The words of the amount items; points run from the minimum upwards. */
  public record AmountTexts(String stem, List<Point> points, Map<String, String> items) {}
}
