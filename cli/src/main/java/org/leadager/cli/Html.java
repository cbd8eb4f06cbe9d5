package org.leadager.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Small pieces of a page; every text that comes from a table goes through {@link #escape}. */
final class Html {
  private Html() {}

  /** Inert and well-formed: characters that no page may hold become U+FFFD. */
  static String escape(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(allowed(c) ? c : 0xFFFD);
          }
        });
    return out.toString();
  }

  private static boolean allowed(int c) {
    boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
    return !control && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
  }

  /** Values, each in one line with its error; an error of 0 belongs to a fixed value. */
  static String pairs(List<Double> values, List<Double> errors) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      String error = Double.isFinite(errors.get(i)) ? Words.number(errors.get(i), 2) : "?";
      out.append(i == 0 ? "" : ", ")
          .append(Words.number(values.get(i), 2))
          .append("\u00a0±\u00a0")
          .append(error);
    }
    return out.toString();
  }

  /** A row from plain texts: its name, then its cells. */
  static String row(String name, String... cells) {
    StringBuilder out = new StringBuilder("<tr><th scope=\"row\">" + escape(name) + "</th>");
    for (String cell : cells) {
      out.append("<td>").append(escape(cell)).append("</td>");
    }
    return out.append("</tr>\n").toString();
  }

  static String table(String id, List<String> heads, String rows) {
    String head =
        heads.stream()
            .map(h -> "<th scope=\"col\">" + escape(h) + "</th>")
            .collect(Collectors.joining());
    String name = id.isEmpty() ? "" : " id=\"" + id + "\"";
    return "<div class=\"scroll\" tabindex=\"0\"><table%s><thead><tr>%s</tr></thead><tbody>\n%s</tbody></table></div>\n"
        .formatted(name, head, rows);
  }
}
