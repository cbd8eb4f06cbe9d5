/** Answers as immutable primitive columns in which a missing answer is a state, not a number. */
@NullMarked
package org.leadager.engine.data;

import org.jspecify.annotations.NullMarked;
