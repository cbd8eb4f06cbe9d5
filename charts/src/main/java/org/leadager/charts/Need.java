package org.leadager.charts;

/** What a role needs on both axes, in their units. */
public record Need(double across, double up) {
  public Need {
    Checks.finite("need", across, up);
  }
}
