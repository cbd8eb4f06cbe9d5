package org.leadager.architecture.planted.rounds;

/** Stands below {@code people} in the order, so that {@code people} must not know it. */
public final class PlantedTarget {
  private PlantedTarget() {}
}
