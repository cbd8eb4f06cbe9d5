package org.leadager.platform.http;

import org.jspecify.annotations.Nullable;

/**
 * A step of the path to the page.
 *
 * @param href null for the page itself
 */
public record Crumb(String label, @Nullable String href) {}
