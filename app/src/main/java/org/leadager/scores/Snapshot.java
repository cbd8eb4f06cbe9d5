package org.leadager.scores;

import java.time.Instant;
import java.util.UUID;

/**
 * The scores of one subject in one round, never changed once kept.
 *
 * @param watermark stands for the answers, needs and rules that went in; the same ones give the
 *     same watermark
 * @param instrument code and version, such as {@code leadager/1}
 * @param parameters name of the parameter set
 * @param engine version of the engine
 */
public record Snapshot(
    UUID id,
    UUID roundId,
    UUID subjectId,
    String watermark,
    String instrument,
    String parameters,
    String engine,
    Figures figures,
    Instant scoredAt) {}
