package org.leadager.instruments;

/**
 * Something wrong in an instrument file.
 *
 * @param path where, as a JSON path such as {@code $.items[3].code}
 * @param message what, in plain words
 */
public record Problem(String path, String message) {}
