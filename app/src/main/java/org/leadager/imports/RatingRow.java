package org.leadager.imports;

/**
 * One rater's answers about one subject.
 *
 * @param subject as the file calls it
 * @param rater as the file calls them
 * @param source code of the source
 * @param answers one character for each item of the instrument in its order, the answer itself as a
 *     character code (1 to the scale's points), 0 where there is none: two bytes an answer at most
 */
record RatingRow(String subject, String rater, String source, String answers) {
  /** The answer to an item, 0 where there is none. */
  int answer(int item) {
    return answers.charAt(item);
  }
}
