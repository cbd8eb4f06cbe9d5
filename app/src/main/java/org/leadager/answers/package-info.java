/** What raters answer: drafts, append-only facts and submissions, reached by a private link. */
@NullMarked
package org.leadager.answers;

import org.jspecify.annotations.NullMarked;
