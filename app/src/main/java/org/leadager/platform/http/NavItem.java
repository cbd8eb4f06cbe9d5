package org.leadager.platform.http;

import java.util.function.Predicate;

/**
 * An entry of the main navigation; a feature declares it as a bean.
 *
 * @param href the first page of the feature; the entry is current on every page below it
 * @param order entries stand in ascending order
 * @param shownTo who sees the entry; nobody without a session sees any
 */
public record NavItem(String label, String href, int order, Predicate<Viewer> shownTo) {
  boolean isCurrentOn(String path) {
    return path.equals(href) || path.startsWith(href + "/");
  }
}
