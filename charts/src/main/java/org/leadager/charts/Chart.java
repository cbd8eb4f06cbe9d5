package org.leadager.charts;

/**
 * A finished chart.
 *
 * @param svg one {@code <svg>} element, well-formed XML, that stands alone: it refers to nothing
 *     outside itself. Classes style it in the browser; light presentation attributes style it where
 *     no style sheet reaches, as in the PDF.
 * @param table the same figures for "The same as a table"
 */
public record Chart(String svg, ChartTable table) {}
