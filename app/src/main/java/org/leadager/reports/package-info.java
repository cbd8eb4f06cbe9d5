/**
 * What may be shown of a person's ratings, and the reports that show it. Everything that leaves
 * this package has passed {@link org.leadager.reports.Disclosure}.
 */
@NullMarked
package org.leadager.reports;

import org.jspecify.annotations.NullMarked;
