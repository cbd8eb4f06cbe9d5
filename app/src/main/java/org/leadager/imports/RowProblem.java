package org.leadager.imports;

/**
 * Something wrong in a file of ratings.
 *
 * @param row the line on which the row starts, from 1; 0 for the file as a whole
 * @param message what, in plain words
 */
public record RowProblem(long row, String message) {}
