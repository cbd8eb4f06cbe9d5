/** Puts two calibrations that share items on one scale. docs/methods/linking.md. */
@NullMarked
package org.leadager.engine.link;

import org.jspecify.annotations.NullMarked;
