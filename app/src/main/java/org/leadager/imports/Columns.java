package org.leadager.imports;

/**
 * What the columns that say who rated whom are called in a file.
 *
 * @param subject who is rated
 * @param rater who rates; the same text is the same person throughout the file
 * @param source where the rating comes from; may be missing where the instrument has one source
 */
public record Columns(String subject, String rater, String source) {
  /** The names we suggest: subject, rater, source. */
  public static final Columns USUAL = new Columns("subject", "rater", "source");
}
