package org.leadager.engine.rating;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs all subjects at given parameters. Stand-ins are kept from call to call, so that a small
 * change of the parameters costs few sweeps. Subjects are summed in fixed groups in a fixed order:
 * one thread and many give the same figures.
 */
final class ExpectationStep {
  /** Sums kept at once, whatever the number of subjects: this bounds the memory. */
  private static final int GROUPS = 32;

  /** Far below what the stopping rule on the parameters, and the memory of its steps, notice. */
  private static final double TOLERANCE = 1e-5;

  final RatingStructure structure;
  private final List<Cells> subjects;
  private final double[][] sites;
  private final boolean parallel;
  private final boolean bySource;
  private final int group;
  private boolean started;
  int passes;

  /**
   * @param bySource whether answers are summed for each source apart
   */
  ExpectationStep(
      RatingStructure structure, List<Cells> subjects, boolean parallel, boolean bySource) {
    this.structure = structure;
    this.subjects = subjects;
    this.parallel = parallel;
    this.bySource = bySource;
    sites = new double[subjects.size()][];
    group = (subjects.size() + GROUPS - 1) / GROUPS;
  }

  int subjects() {
    return subjects.size();
  }

  CalibrationStatistics run(ModelTerms terms) {
    passes++;
    ItemTables tables = new ItemTables(terms);
    CalibrationStatistics sum = new CalibrationStatistics(structure, tables, bySource);
    groups().map(first -> group(first, terms, tables)).toList().forEach(sum::add);
    started = true;
    return sum;
  }

  /** First subject of each group. */
  private Stream<Integer> groups() {
    IntStream first = IntStream.range(0, (subjects.size() + group - 1) / group).map(i -> i * group);
    return (parallel ? first.parallel() : first).boxed();
  }

  private CalibrationStatistics group(int first, ModelTerms terms, ItemTables tables) {
    CalibrationStatistics sum = new CalibrationStatistics(structure, tables, bySource);
    CellQuadrature quadrature = new CellQuadrature(tables);
    for (int p = first; p < end(first); p++) {
      SubjectPropagation fit = settled(p, terms, quadrature, sum);
      new SubjectExpectation(fit, sum).add(quadrature);
    }
    return sum;
  }

  private int end(int first) {
    return Math.min(first + group, subjects.size());
  }

  private SubjectPropagation settled(
      int p, ModelTerms terms, CellQuadrature quadrature, CalibrationStatistics sum) {
    if (!started) {
      sites[p] = SubjectPropagation.firstSites(terms, subjects.get(p));
    }
    SubjectPropagation fit = new SubjectPropagation(terms, subjects.get(p), sites[p]);
    if (!fit.settle(quadrature, TOLERANCE)) {
      sum.unsettled++;
    }
    return fit;
  }

  /**
   * What is lost of the items' information because subjects' unknowns are not observed; lower
   * triangle.
   *
   * @param terms parameters close to those of the last run
   */
  double[] lost(CalibrationLayout layout, ModelTerms terms) {
    ItemTables tables = new ItemTables(terms);
    double[] sum = new double[layout.itemSize * layout.itemSize];
    groups()
        .map(first -> lost(first, layout, terms, tables))
        .toList()
        .forEach(part -> Dense.add(sum, part));
    return sum;
  }

  /**
   * Products of subjects' scores at x.
   *
   * @param x close to where the last run was
   */
  ScoreProducts scoreProducts(CalibrationLayout layout, CalibrationStep step, double[] x) {
    ModelTerms terms = layout.terms(x);
    ItemTables tables = new ItemTables(terms);
    ScoreProducts sum = new ScoreProducts(layout, step, x);
    groups()
        .map(first -> {
          ScoreProducts part = new ScoreProducts(layout, step, x);
          CellQuadrature quadrature = new CellQuadrature(tables);
          for (int p = first; p < end(first); p++) {
            SubjectPropagation fit = new SubjectPropagation(terms, subjects.get(p), sites[p]);
            fit.settle(quadrature, TOLERANCE);
            part.add(fit, quadrature, CalibrationStatistics.moments(structure, tables));
          }
          return part;
        })
        .toList()
        .forEach(sum::add);
    return sum;
  }

  private double[] lost(int first, CalibrationLayout layout, ModelTerms terms, ItemTables tables) {
    double[] part = new double[layout.itemSize * layout.itemSize];
    LostInformation lost =
        new LostInformation(new CellScores(layout, terms), layout.itemSize, part);
    CellQuadrature quadrature = new CellQuadrature(tables);
    for (int p = first; p < end(first); p++) {
      SubjectPropagation fit = new SubjectPropagation(terms, subjects.get(p), sites[p]);
      fit.settle(quadrature, TOLERANCE);
      lost.add(fit, quadrature);
    }
    return part;
  }
}
