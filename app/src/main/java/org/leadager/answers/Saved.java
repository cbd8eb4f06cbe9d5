package org.leadager.answers;

import java.util.Set;

/** What became of a save or a submission. Except for the first two, nothing was changed. */
public sealed interface Saved {
  /** It is in the database, now or since an earlier equal request. */
  record Kept(long revision) implements Saved {}

  /** The form is in; the same receipt whenever it is submitted again. */
  record Submitted(String receipt) implements Saved {}

  /**
   * These were answered otherwise, on another device or in another tab, after the rater loaded
   * them.
   *
   * @param revision the revision to look at now
   */
  record Stale(long revision, Set<String> codes) implements Saved {}

  /** It was submitted before. */
  record AlreadySubmitted(String receipt) implements Saved {}

  /** No such item in this form, no such point on its scale, or a text that is too long. */
  record Invalid(Set<String> codes) implements Saved {}

  /** There is no answer at all to submit. */
  record Empty() implements Saved {}

  /** The round has closed, the rater was taken out, or the form is not this rater's. */
  record Gone() implements Saved {}
}
