/**
 * Scores of closed rounds: answers in, immutable snapshots out. The only package that knows the
 * measurement engine.
 */
@NullMarked
package org.leadager.scores;

import org.jspecify.annotations.NullMarked;
