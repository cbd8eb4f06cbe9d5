/** Linear algebra, special functions and inner loops; not exported. */
@NullMarked
package org.leadager.engine.kernel;

import org.jspecify.annotations.NullMarked;
