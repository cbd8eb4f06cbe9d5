package org.leadager.architecture.planted.people;

import org.leadager.architecture.planted.rounds.PlantedTarget;

/** Imports upwards on purpose, so that the test of the order is seen to catch it. */
public record PlantedViolation(PlantedTarget target) {}
