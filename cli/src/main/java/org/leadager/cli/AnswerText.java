package org.leadager.cli;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a cell says that should hold an answer. */
final class AnswerText {
  /** Ways to write that there is no answer. */
  private static final Set<String> MISSING =
      Set.of("", ".", "-", "–", "na", "n/a", "#n/a", "nan", "null");

  private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /** Answers beyond this are amounts or codes, not ratings. */
  private static final double LARGEST = 10_000;

  private static final int SHOWN = 40;

  private AnswerText() {}

  /** The number in a cell, NaN where there is no answer. */
  static double read(Line line, int cell) throws Problem {
    char single = line.single(cell);
    return single >= '0' && single <= '9' ? single - '0' : read(line.text(cell));
  }

  private static double read(String text) throws Problem {
    String small = text.toLowerCase(Locale.ROOT);
    if (MISSING.contains(small)) {
      return Double.NaN;
    }
    if (!NUMBER.matcher(small).matches()) {
      throw new Problem("\"" + shown(text) + "\" is not a number" + advice(text));
    }
    double value = Double.parseDouble(small);
    if (Math.abs(value) > LARGEST) {
      throw new Problem("\"" + shown(text) + "\" is too large for a rating" + ADVICE);
    }
    return value;
  }

  private static final String ADVICE = "; leave a cell empty where there is no answer";

  private static String advice(String text) {
    if (DECIMAL_COMMA.matcher(text).matches()) {
      return "; write decimals with a point";
    }
    if (DATE.matcher(text).matches()) {
      return "; a spreadsheet program may have made a date of an answer";
    }
    return text.startsWith("=")
        ? "; open the file in a spreadsheet program and save it, so that the formula has its value"
        : ADVICE;
  }

  static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
