package org.leadager.charts;

/**
 * A worded place on a scale.
 *
 * @param at in the scale's own unit
 * @param word such as "often"
 */
public record Tick(double at, String word) {}
