/**
 * What is behind a request: the interview, the evidence, the reading with its reasons, the brief.
 *
 * <p>The method and its limits: docs/methods/diagnosis.md. Entry point: {@link
 * org.leadager.diagnosis.Diagnoses}.
 */
@org.jspecify.annotations.NullMarked
package org.leadager.diagnosis;
