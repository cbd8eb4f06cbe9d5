package org.leadager.engine.simulate;

import java.util.List;

/**
 * What is true of a subject, in the symbols of the rating model.
 *
 * @param axes each axis; mean 0 and SD 1 over subjects
 * @param competences s: what the subject does better in each competence than the axes say
 * @param sources δ: what each source sees beyond that
 */
public record SubjectTruth(List<Double> axes, List<Double> competences, List<Double> sources) {
  public SubjectTruth {
    axes = List.copyOf(axes);
    competences = List.copyOf(competences);
    sources = List.copyOf(sources);
  }
}
