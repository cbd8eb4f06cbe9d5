package org.leadager.charts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a chart is called.
 *
 * @param id prefix of every id inside the SVG; unique on the page (letters, digits, hyphens)
 * @param title the chart's {@code <title>}
 * @param description the {@code <desc>}; when null the chart describes its own figures in words
 * @param words the chart's own words, in the reader's language
 */
public record ChartText(String id, String title, @Nullable String description, ChartWords words) {
  private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

  public ChartText {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("Not usable as an id: " + id);
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("A chart needs a title");
    }
  }

  /** In English, described from its own figures. */
  public ChartText(String id, String title) {
    this(id, title, null, ChartWords.english());
  }

  /** In English, with a description. */
  public ChartText(String id, String title, String description) {
    this(id, title, description, ChartWords.english());
  }

  String titleId() {
    return id + "-t";
  }

  String descriptionId() {
    return id + "-d";
  }
}
