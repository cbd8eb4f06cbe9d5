package org.leadager.scores;

import org.leadager.engine.rating.RatingModel;

/**
 * What all subjects of a round are scored with.
 *
 * @param parameters name of the parameter set
 * @param fingerprint SHA-256 of parameters that do not come with the instrument; else empty
 * @param provisional whether the parameters are day-one priors
 * @param ownScale whether origin and unit are those of this round's own subjects
 * @param oneSource whether all ratings come from one source, the subject's own left out
 */
record RoundModel(
    RatingShape shape,
    RatingModel model,
    String parameters,
    String fingerprint,
    boolean provisional,
    boolean ownScale,
    boolean oneSource) {}
