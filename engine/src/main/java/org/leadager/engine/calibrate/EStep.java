package org.leadager.engine.calibrate;

import java.util.stream.IntStream;
import org.leadager.engine.data.ItemResponses;
import org.leadager.engine.kernel.NodeRows;

/**
 * Posterior of every subject over the nodes, summed into {@link Statistics}.
 *
 * <p>Rows are cut into stripes whose number does not depend on the number of threads and whose
 * results are added in order, so that one thread and many give the same bits.
 */
final class EStep {
  private static final int STRIPE = 512;
  private static final int MAX_STRIPES = 16;

  /** Doubles that all stripes' sums together may hold. */
  private static final long MEMORY = 1 << 25;

  private final Layout layout;
  private final AnswerBlocks[] blocks;
  private final Windows windows;
  private final int rows;
  private final boolean parallel;
  private final NodeRows kernel;
  private final int step;

  /** Rows 0, step, 2·step … of the answers. */
  EStep(Layout layout, ItemResponses y, int step, boolean parallel) {
    this(layout, y, step, parallel, NodeRows.best());
  }

  /** With one of the twins of the inner loops. */
  EStep(Layout layout, ItemResponses y, int step, boolean parallel, NodeRows kernel) {
    this.kernel = kernel;
    this.layout = layout;
    this.parallel = parallel;
    this.step = step;
    this.rows = (y.rows() + step - 1) / step;
    this.windows = new Windows(rows, layout.joint);
    this.blocks = new AnswerBlocks[layout.sets.size()];
    for (int s = 0; s < blocks.length; s++) {
      blocks[s] = new AnswerBlocks(layout, s, y, rows, step);
    }
  }

  int rows() {
    return rows;
  }

  boolean parallel() {
    return parallel;
  }

  ItemTables tables(double[] x) {
    return new ItemTables(layout, blocks, x, parallel, kernel);
  }

  int group(int row) {
    return layout.comparison.group(row * step);
  }

  /** The posterior of a row; its window is remembered. */
  double posterior(int row, RowPosterior workspace) {
    return workspace.of(row, group(row), windows);
  }

  /** A row's answers by item, −1 where missing. */
  void answers(int row, int[] answers) {
    for (AnswerBlocks of : blocks) {
      of.unpack(row, answers);
    }
  }

  Statistics run(double[] x) {
    ItemTables tables = tables(x);
    long size = (long) layout.joint.size * layout.groups.length;
    for (AnswerBlocks of : blocks) {
      size += of.tableSize();
    }
    int stripes = stripes(size);
    Part[] parts = new Part[stripes];
    each(stripes).forEach(s -> parts[s] = part(s, stripes, tables));
    for (int s = 1; s < stripes; s++) {
      parts[0].add(parts[s]);
    }
    Statistics sum =
        new Statistics(
            layout.table[layout.items()], parts[0].mass, parts[0].logLik, layout.logPrior(x));
    for (int s = 0; s < blocks.length; s++) {
      blocks[s].addToItems(parts[0].byCell[s], sum.counts);
    }
    return sum;
  }

  /** Into how many stripes the rows are cut when each needs that many doubles. */
  int stripes(long doubles) {
    int most = Math.clamp(MEMORY / doubles, 1, MAX_STRIPES);
    return Math.clamp((rows + STRIPE - 1) / STRIPE, 1, most);
  }

  IntStream each(int stripes) {
    IntStream range = IntStream.range(0, stripes);
    return parallel ? range.parallel() : range;
  }

  int from(int stripe, int stripes) {
    return (int) ((long) rows * stripe / stripes);
  }

  private Part part(int stripe, int stripes, ItemTables tables) {
    Part part = new Part(layout, blocks);
    RowPosterior posterior = new RowPosterior(layout, tables);
    int last = from(stripe + 1, stripes);
    for (int r = from(stripe, stripes); r < last; r++) {
      int group = group(r);
      part.logLik += posterior.of(r, group, windows);
      posterior.addTo(part.byCell, part.mass[group]);
    }
    return part;
  }

  /** Sums over the rows of one stripe. */
  private static final class Part {
    final double[][] byCell;
    final double[][] mass;
    double logLik;

    Part(Layout layout, AnswerBlocks[] blocks) {
      byCell = new double[blocks.length][];
      for (int s = 0; s < blocks.length; s++) {
        byCell[s] = new double[blocks[s].tableSize()];
      }
      mass = new double[layout.groups.length][layout.joint.size];
    }

    void add(Part other) {
      for (int s = 0; s < byCell.length; s++) {
        addTo(byCell[s], other.byCell[s]);
      }
      for (int g = 0; g < mass.length; g++) {
        addTo(mass[g], other.mass[g]);
      }
      logLik += other.logLik;
    }

    private static void addTo(double[] sum, double[] more) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += more[i];
      }
    }
  }
}
