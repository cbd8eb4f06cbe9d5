package org.leadager.engine.rating;

import org.jspecify.annotations.Nullable;

/**
 * One axis, without sources, halo or testlets.
 *
 * @param axis its index
 * @param level posterior on the scale where subjects have mean 0 and SD 1
 * @param frequency expected answer over the items that speak about this axis alone; null when there
 *     are none
 * @param need comparison with the mean need over the axis' own competences; null when none is set
 */
public record AxisScore(
    int axis,
    Estimate level,
    @Nullable FrequencyEstimate frequency,
    @Nullable NeedComparison need) {}
