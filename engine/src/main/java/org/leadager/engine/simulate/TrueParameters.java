package org.leadager.engine.simulate;

import java.util.Arrays;
import org.leadager.engine.rating.ItemParameters;
import org.leadager.engine.rating.ItemUncertainty;
import org.leadager.engine.rating.RatingStructure;

/** Draws what item parameters might truly be, given what is believed about them. */
public final class TrueParameters {
  private final RatingStructure structure;
  private final ItemParameters believed;

  private TrueParameters(RatingStructure structure, ItemParameters believed) {
    this.structure = structure;
    this.believed = believed;
  }

  /**
   * Slopes lognormal around the believed ones; thresholds moved by one shift common to all items,
   * one of the item, one of the item for each source, and a jitter of each step. Steps that come
   * out of order are drawn again. The result is certain: a truth.
   */
  public static ItemParameters draw(
      RatingStructure structure, ItemParameters believed, Draws draws) {
    return new TrueParameters(structure, believed).draw(draws);
  }

  private ItemParameters draw(Draws draws) {
    double common = believed.commonShiftSd() * draws.normal();
    ItemParameters.Builder out = ItemParameters.builder(structure);
    for (int i = 0; i < believed.items(); i++) {
      ItemUncertainty u = believed.uncertainty(i);
      double slope = believed.slope(i) * StrictMath.exp(u.logSlopeSd() * draws.normal());
      double shift = common + u.shiftSd() * draws.normal();
      double[] sourceShift = new double[structure.sources()];
      Arrays.setAll(sourceShift, g -> shift + u.sourceShiftSd() * draws.normal());
      out.item(i, slope, thresholds(i, sourceShift, draws));
    }
    return out.build();
  }

  private double[][] thresholds(int item, double[] shift, Draws draws) {
    double[][] rows = new double[shift.length][];
    double[] jitter = new double[structure.items().get(item).categories() - 1];
    do {
      Arrays.setAll(jitter, k -> believed.uncertainty(item).jitterSd() * draws.normal());
      for (int g = 0; g < rows.length; g++) {
        rows[g] = believed.thresholds(item, g);
        for (int k = 0; k < jitter.length; k++) {
          rows[g][k] += shift[g] + jitter[k];
        }
      }
    } while (!Arrays.stream(rows).allMatch(TrueParameters::rises));
    return rows;
  }

  private static boolean rises(double[] row) {
    for (int k = 1; k < row.length; k++) {
      if (!(row[k] > row[k - 1])) {
        return false;
      }
    }
    return true;
  }
}
