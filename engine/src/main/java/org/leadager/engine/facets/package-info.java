/** Many-facet models: subjects, items and raters on one scale, without a design matrix. */
@NullMarked
package org.leadager.engine.facets;

import org.jspecify.annotations.NullMarked;
