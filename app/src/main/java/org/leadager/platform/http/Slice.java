package org.leadager.platform.http;

import java.util.List;

/**
 * A page of a long list.
 *
 * @param number the page's number, from 1
 * @param size entries on a full page
 * @param total entries of the whole list
 */
public record Slice<T>(List<T> items, int number, int size, long total) {
  public Slice {
    items = List.copyOf(items);
  }

  /** How many pages the list has; an empty list has one. */
  public int pages() {
    return (int) Math.max(1, (total + size - 1) / size);
  }

  /** The first entry's place in the whole list, from 1; 0 in an empty list. */
  public long first() {
    return items.isEmpty() ? 0 : (long) (number - 1) * size + 1;
  }

  /** The last entry's place in the whole list. */
  public long last() {
    return items.isEmpty() ? 0 : first() + items.size() - 1;
  }
}
