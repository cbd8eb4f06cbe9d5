package org.leadager.engine.rating;

import java.util.List;

/**
 * How one source sees the person: each axis plus that source's own view δ.
 *
 * @param source its index
 * @param raters its raters with at least one answer
 * @param axes the view of each axis
 */
public record SourceView(int source, int raters, List<Estimate> axes) {
  public SourceView {
    axes = List.copyOf(axes);
  }
}
