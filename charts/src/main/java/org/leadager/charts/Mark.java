package org.leadager.charts;

/**
 * A view of one person on both axes.
 *
 * @param source whose view; gives the shape
 * @param label such as "You", "Boss", "Peers"
 * @param across in the unit of the level axis
 * @param up in the unit of the upright axis
 */
public record Mark(Source source, String label, double across, double up) {
  public Mark {
    Checks.finite("mark " + label, across, up);
    if (label.isBlank()) {
      throw new IllegalArgumentException("A mark needs a label");
    }
  }
}
