package org.leadager.reports;

/**
 * One rater's words.
 *
 * @param rater number that tells raters apart and says nothing else
 * @param question code of the open question
 * @param text the words, as written
 */
record Comment(int rater, String question, String text) {}
