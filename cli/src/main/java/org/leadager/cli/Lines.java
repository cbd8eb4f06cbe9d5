package org.leadager.cli;

/** Takes the lines of a table one by one; the first is its header. */
interface Lines {
  void take(Line line) throws Problem;
}
