package org.leadager.platform.http;

import org.jspecify.annotations.Nullable;

/**
 * One point of a rating scale.
 *
 * @param hint what the point means in plain frequency, if the instrument says it
 * @param twentieths how full the small bar beside the words is, in twentieths (0 to 20); null draws
 *     no bar
 */
public record ScaleOption(
    String value, String label, @Nullable String hint, @Nullable Integer twentieths) {}
