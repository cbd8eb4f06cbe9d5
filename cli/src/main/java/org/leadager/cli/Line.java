package org.leadager.cli;

import java.util.Arrays;

/** One line of a table, used again for the next: its cells one after the other in one array. */
final class Line {
  /** No table of ratings is wider; cells beyond it are counted, not kept. */
  static final int MOST_CELLS = 5_000;

  /** Characters of one line that are kept. */
  static final int MOST_TEXT = 4_000_000;

  private char[] text = new char[1024];
  private final int[] end = new int[MOST_CELLS + 1];
  private int cells;
  private int kept;
  private boolean full;
  private long number;

  void begin(long lineNumber) {
    number = lineNumber;
    cells = 0;
    kept = 0;
    full = false;
  }

  void add(char[] from, int offset, int length) {
    cells++;
    if (kept == MOST_CELLS) {
      return;
    }
    int start = end[kept];
    full |= start + length > MOST_TEXT;
    int fits = Math.min(length, MOST_TEXT - start);
    if (start + fits > text.length) {
      text = Arrays.copyOf(text, Math.max(2 * text.length, start + fits));
    }
    System.arraycopy(from, offset, text, start, fits);
    kept++;
    end[kept] = start + fits;
  }

  void add(String cell) {
    add(cell.toCharArray(), 0, cell.length());
  }

  /** Where it begins in the file, from 1. */
  long number() {
    return number;
  }

  /** How many cells it has, kept or not. */
  int cells() {
    return cells;
  }

  /** Whether it had more text than is kept. */
  boolean full() {
    return full;
  }

  boolean blank() {
    for (int i = 0; i < end[kept]; i++) {
      if (!Character.isWhitespace(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** A cell without surrounding blanks; empty beyond the last. */
  String text(int cell) {
    return cell < kept ? new String(text, end[cell], end[cell + 1] - end[cell]).strip() : "";
  }

  /** A cell of one character, or 0. */
  char single(int cell) {
    return cell < kept && end[cell + 1] - end[cell] == 1 ? text[end[cell]] : 0;
  }
}
