package org.leadager.engine.rating;

/** An optional term of the rating model; the axes and each rater's halo are always there. */
public enum Effect {
  /** s: what a person does better or worse in one competence than the axes say. */
  COMPETENCE,
  /** δ: what one source as a whole sees differently. */
  SOURCE,
  /** x: a rater's own slant towards one axis and against the other. */
  SLANT,
  /** v: a rater's own view of one competence, shared by its items. */
  TESTLET
}
