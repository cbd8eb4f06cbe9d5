package org.leadager.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Widths guessed without a font, a little too wide rather than too narrow. */
final class TextSize {
  /** The charts' size on a narrow screen, the largest they ever take. */
  static final double LARGEST = 15;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private TextSize() {}

  static double width(String text) {
    return text.codePoints().mapToDouble(TextSize::ems).sum() * LARGEST;
  }

  private static double ems(int c) {
    if (Character.getType(c) == Character.NON_SPACING_MARK) {
      return 0;
    }
    boolean wide = Character.isIdeographic(c) || (c >= 0x3040 && c <= 0xD7FF);
    if (wide) {
      return 1;
    }
    if ("iljtfrI.,;:'!| ".indexOf(c) >= 0) {
      return 0.32;
    }
    return "mwMW@—".indexOf(c) >= 0 ? 0.88 : Character.isUpperCase(c) ? 0.68 : 0.57;
  }

  /** Lines no wider than the room, as far as words allow; a long word has a line of its own. */
  static List<String> wrap(String text, double room) {
    List<String> lines = new ArrayList<>();
    for (String word : SPACES.split(text.strip(), -1)) {
      String longer = lines.isEmpty() ? word : lines.getLast() + " " + word;
      if (!lines.isEmpty() && width(longer) <= room) {
        lines.set(lines.size() - 1, longer);
      } else {
        lines.add(word);
      }
    }
    return lines;
  }

  /** As much of a text as fits, with an ellipsis where it was cut. */
  static String fit(String text, double room) {
    if (width(text) <= room) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int end = points.length;
    while (end > 1 && width(new String(points, 0, end) + "…") > room) {
      end--;
    }
    return new String(points, 0, end).stripTrailing() + "…";
  }
}
