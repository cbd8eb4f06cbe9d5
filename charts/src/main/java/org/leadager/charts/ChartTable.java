package org.leadager.charts;

import java.util.List;

/**
 * The companion of a chart, as plain text: whoever writes it into a page escapes it.
 *
 * @param caption the chart's title
 * @param header column heads; the first names the rows
 * @param rows one list for each row, as long as the header; the first cell is the row's head
 */
public record ChartTable(String caption, List<String> header, List<List<String>> rows) {
  public ChartTable {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "A row has " + row.size() + " cells where the header has " + header.size());
      }
    }
  }
}
