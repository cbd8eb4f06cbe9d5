package org.leadager.engine.rating;

/**
 * The top of one subject's log posterior and its curvature there.
 *
 * @param elimination its matrix is the Cholesky factor of the core's S, severities included
 * @param iterations Newton steps taken
 */
record SubjectMode(
    Posterior posterior, Elimination elimination, State state, Outcome outcome, int iterations) {}
