package org.leadager.engine.rating;

/**
 * Where each unknown of the dense core stands: axes, then competences, sources and the severities
 * told apart from halo. Halo, slant and testlets never enter the core; they are eliminated.
 */
final class Layout {
  final int axes;
  final int sources;
  final int size;
  final int severities;
  private final int competenceStart;
  private final int sourceStart;

  Layout(RatingStructure structure, int severities) {
    axes = structure.axes();
    boolean hasCompetences = structure.has(Effect.COMPETENCE);
    boolean hasSources = structure.has(Effect.SOURCE);
    sources = structure.sources();
    competenceStart = hasCompetences ? axes : -1;
    int next = axes + (hasCompetences ? structure.competences() : 0);
    sourceStart = hasSources ? next : -1;
    next += hasSources ? sources : 0;
    this.severities = severities;
    size = next + severities;
  }

  /** Position of s_c, or −1 when the model has no such effect or the item no competence. */
  int competence(int c) {
    return competenceStart < 0 || c < 0 ? -1 : competenceStart + c;
  }

  /** Position of δ_g, or −1 when the model has no such effect. */
  int source(int g) {
    return sourceStart < 0 ? -1 : sourceStart + g;
  }

  /** Number of unknowns before the severities: the subject's own. */
  int own() {
    return size - severities;
  }

  /** Position of the j-th severity, or −1 for j = −1. */
  int severity(int j) {
    return j < 0 ? -1 : own() + j;
  }
}
