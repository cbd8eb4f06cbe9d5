package org.leadager.reports;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows for spreadsheets, in which no text can become a formula (RFC 4180, UTF-8 with a mark). */
final class Csv {
  /** What makes a spreadsheet calculate; a number of our own may begin with its sign. */
  private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  /** Tells spreadsheets that the file is UTF-8. */
  private final StringBuilder text = new StringBuilder("\uFEFF");

  Csv row(List<String> cells) {
    text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
    return this;
  }

  String text() {
    return text.toString();
  }

  private static String cell(String value) {
    boolean formula = FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches();
    return '"' + (formula ? "'" : "") + value.replace("\"", "\"\"") + '"';
  }
}
