package org.leadager.engine.rating;

import org.jspecify.annotations.Nullable;

/**
 * One competence: w_c · axes + s.
 *
 * @param competence its index
 * @param level posterior of the level
 * @param contrast level minus the same person's mean level over all competences
 * @param frequency expected answer over its items and the panel's raters
 * @param raters raters who answered at least one of its items
 * @param ratings answers to its items
 * @param need comparison with what the role needs; null when no need is set
 */
public record CompetenceScore(
    int competence,
    Estimate level,
    Estimate contrast,
    FrequencyEstimate frequency,
    int raters,
    int ratings,
    @Nullable NeedComparison need) {}
