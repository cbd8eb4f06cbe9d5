/** Figures to SVG, one class per chart, the same for page, PDF and command line. */
@org.jspecify.annotations.NullMarked
package org.leadager.charts;
