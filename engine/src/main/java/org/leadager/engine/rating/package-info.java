/**
 * The Leadager rating model: what raters' answers say about the person they rate, and how surely.
 *
 * <p>Equation, sources, oracle and limits: docs/methods/rating-model.md; symbols here are the ones
 * used there. Start at {@link org.leadager.engine.rating.RatingModel}.
 */
@org.jspecify.annotations.NullMarked
package org.leadager.engine.rating;
