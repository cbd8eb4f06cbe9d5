package org.leadager.access;

/** A one-click entry of the demo. */
public record DemoDoor(String role, String label) {}
