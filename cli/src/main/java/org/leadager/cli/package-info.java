/** The command line: reads a table, asks the engine, writes what it said. */
@NullMarked
package org.leadager.cli;

import org.jspecify.annotations.NullMarked;
