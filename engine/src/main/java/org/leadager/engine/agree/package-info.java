/** Reliability of sums and agreement of raters, the classical way. */
@NullMarked
package org.leadager.engine.agree;

import org.jspecify.annotations.NullMarked;
