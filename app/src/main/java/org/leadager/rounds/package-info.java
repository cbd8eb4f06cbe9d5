/** The life of a round: its panel, its private links, its log and its progress. */
@NullMarked
package org.leadager.rounds;

import org.jspecify.annotations.NullMarked;
