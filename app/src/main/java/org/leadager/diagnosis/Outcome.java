package org.leadager.diagnosis;

/** What a request may turn out to need. */
public enum Outcome {
  /** Management skill. */
  M,
  /** Leadership thinking. */
  L,
  /** Both. */
  B,
  /** Not a training need. */
  N
}
