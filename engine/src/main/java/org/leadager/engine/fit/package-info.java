/** What a calibrated model can and cannot be trusted for: scores, information, reliability, fit. */
@NullMarked
package org.leadager.engine.fit;

import org.jspecify.annotations.NullMarked;
