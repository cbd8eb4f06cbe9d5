package org.leadager.engine.calibrate;

import java.util.stream.IntStream;
import org.leadager.engine.kernel.NodeRows;

/**
 * What an expectation step looks up at one set of parameters: probabilities by item, category and
 * node, their products by block of items, and the weights of the joint nodes in every group.
 */
final class ItemTables {
  final NodeRows kernel;
  final AnswerBlocks[] blocks;
  final double[][] products;

  /** By group. */
  final double[][] prior;

  ItemTables(Layout layout, AnswerBlocks[] blocks, double[] x, boolean parallel, NodeRows kernel) {
    this.kernel = kernel;
    this.blocks = blocks;
    double[] probabilities = probabilities(layout, x, parallel);
    products = new double[blocks.length][];
    for (int s = 0; s < blocks.length; s++) {
      products[s] = blocks[s].products(probabilities);
    }
    prior = new double[layout.groups.length][];
    for (int g = 0; g < prior.length; g++) {
      prior[g] = layout.groups[g].density(x).orElseThrow().weights(layout);
    }
  }

  /** P_i(k | θ_q) at layout.table[i] + k·nodes + q. */
  private static double[] probabilities(Layout layout, double[] x, boolean parallel) {
    double[] table = new double[layout.table[layout.items()]];
    IntStream items = IntStream.range(0, layout.items());
    (parallel ? items.parallel() : items)
        .forEach(i -> {
          double[] d = layout.intercepts(x, i);
          double[] eta = layout.eta(x, i);
          double[] p = new double[layout.categories[i]];
          for (int q = 0; q < eta.length; q++) {
            layout.model.probabilities(eta[q], d, p);
            for (int k = 0; k < p.length; k++) {
              table[layout.table[i] + k * eta.length + q] = p[k];
            }
          }
        });
    return table;
  }
}
