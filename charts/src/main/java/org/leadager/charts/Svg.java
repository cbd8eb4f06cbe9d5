package org.leadager.charts;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes well-formed SVG: text escaped, numbers the same in every locale. */
final class Svg {
  private final StringBuilder out = new StringBuilder(2048);
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens the root with its title and description. The {@code alt} is for PDF/UA, where the
   * renderer reads nothing else; it says the same.
   */
  static Svg start(
      String cssClass, ChartText text, String description, @Nullable Object... attributes) {
    Svg svg = new Svg();
    boolean hasWords = !cssClass.equals(ZoneStrip.CSS);
    svg.out.append("<svg");
    svg.attributes(
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        cssClass,
        "role",
        "img",
        "aria-labelledby",
        text.titleId() + " " + text.descriptionId(),
        "alt",
        text.title() + ". " + description,
        "font-family",
        hasWords ? Ink.SANS : null,
        "font-size",
        hasWords ? 13 : null);
    svg.attributes(attributes);
    svg.out.append('>');
    svg.open.push("svg");
    svg.element("title", text.title(), "id", text.titleId());
    svg.element("desc", description, "id", text.descriptionId());
    return svg;
  }

  Svg open(String name, @Nullable Object... attributes) {
    out.append('<').append(name);
    attributes(attributes);
    out.append('>');
    open.push(name);
    return this;
  }

  Svg close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  Svg leaf(String name, @Nullable Object... attributes) {
    out.append('<').append(name);
    attributes(attributes);
    out.append("/>");
    return this;
  }

  Svg element(String name, String text, @Nullable Object... attributes) {
    out.append('<').append(name);
    attributes(attributes);
    out.append('>');
    escape(text);
    out.append("</").append(name).append('>');
    return this;
  }

  /** A stroke: colour, width and, where it is broken, its dashes. */
  record Stroke(String colour, double width, @Nullable String dashes) {
    static Stroke of(String colour, double width) {
      return new Stroke(colour, width, null);
    }
  }

  /** Ends are numbers, or percentages as text. */
  Svg line(String css, Object x1, Object y1, Object x2, Object y2, Stroke stroke) {
    out.append("<line");
    attributes("class", css, "x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", stroke.colour);
    attributes("stroke-width", stroke.width, "stroke-dasharray", stroke.dashes);
    out.append("/>");
    return this;
  }

  Svg circle(String css, Object x, double y, double radius, String fill, Stroke stroke) {
    out.append("<circle");
    attributes("class", css, "cx", x, "cy", y, "r", radius, "fill", fill);
    attributes("stroke", stroke.colour, "stroke-width", stroke.width);
    out.append("/>");
    return this;
  }

  Svg rect(@Nullable String css, Box box, String fill) {
    out.append("<rect");
    attributes("class", css, "x", box.left(), "y", box.top());
    attributes("width", box.right() - box.left(), "height", box.bottom() - box.top());
    attributes("fill", fill);
    out.append("/>");
    return this;
  }

  /** Sans text of the charts' one size. */
  Svg text(String text, Object x, double y, @Nullable Object... attributes) {
    return words(null, text, x, y, attributes);
  }

  /** The same in bold. */
  Svg strong(String text, Object x, double y, @Nullable Object... attributes) {
    return words(Ink.SANS_BOLD, text, x, y, attributes);
  }

  /** The root says family and size once; only bold, which is a family of its own, differs. */
  private Svg words(
      @Nullable String family, String text, Object x, double y, @Nullable Object... attributes) {
    out.append("<text");
    attributes("x", x, "y", y);
    attributes(attributes);
    attributes("font-family", family, "font-weight", family == null ? null : "bold");
    out.append('>');
    escape(text);
    out.append("</text>");
    return this;
  }

  String finish() {
    while (!open.isEmpty()) {
      close();
    }
    return out.toString();
  }

  /** Two decimals at most, a full stop, no exponent, no minus nought. */
  static String num(double value) {
    if (!Double.isFinite(value) || Math.abs(value) > 1e9) {
      throw new IllegalArgumentException("Not a number that can be drawn: " + value);
    }
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long size = Math.abs(hundredths);
    long rest = size % 100;
    String decimals =
        rest == 0 ? "" : rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest;
    return sign + size / 100 + decimals;
  }

  static String percent(double share) {
    return num(share * 100) + "%";
  }

  private void attributes(@Nullable Object... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      if (value == null) {
        continue;
      }
      out.append(' ').append(pairs[i]).append("=\"");
      if (value instanceof Number number) {
        out.append(num(number.doubleValue()));
      } else {
        escape(value.toString());
      }
      out.append('"');
    }
  }

  private void escape(String text) {
    text.codePoints().forEach(this::escape);
  }

  private void escape(int character) {
    switch (character) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> out.appendCodePoint(legal(character) ? character : 0xFFFD);
    }
  }

  /** XML 1.0's Char: one control character from a name would make the whole page unreadable. */
  private static boolean legal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
  }
}
