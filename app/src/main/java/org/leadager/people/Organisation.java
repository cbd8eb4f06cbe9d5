package org.leadager.people;

import java.util.UUID;

/**
 * Whose people, cases and rounds these are; nothing crosses it.
 *
 * @param sample whether its people are invented
 * @param minimumGroup the smallest protected group that is shown, 3 or more
 */
public record Organisation(UUID id, String name, boolean sample, int minimumGroup) {}
