/**
 * Finished sets of ratings from elsewhere, brought in whole or not at all.
 *
 * <p>Entry point: {@link org.leadager.imports.Imports}.
 */
@NullMarked
package org.leadager.imports;

import org.jspecify.annotations.NullMarked;
