package org.leadager.engine.calibrate;

/** How an item may differ between groups. */
public enum Freedom {
  /** Every group has intercepts of its own; slopes are shared: uniform differences. */
  INTERCEPTS,
  /** Every group has slopes and intercepts of its own. */
  ALL
}
