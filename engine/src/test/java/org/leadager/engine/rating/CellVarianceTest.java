package org.leadager.engine.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.leadager.engine.simulate.Draws;

/** The variance of a cell's η, put together from shared pieces, is that of its whole projection. */
class CellVarianceTest {
  /** Both are sums of some hundred products of order one. */
  private static final double ROUNDING = 1e-12;

  private final DayOne dayOne = DayOne.items(2);
  private final ModelTerms terms = new ModelTerms(dayOne.structure, dayOne.believed, dayOne.priors);

  @Test
  void everyCellHasTheVarianceOfItsProjection() {
    SubjectRatings ratings =
        dayOne.simulator(dayOne.believed).panel(DayOne.panel(3, 2), Draws.seeded(4)).ratings();
    Panel panel = Panel.of(terms, ratings, g -> g != DayOne.SELF);
    PosteriorMode mode = PosteriorMode.find(terms, panel);
    Elimination elimination = mode.elimination;
    CellVariance variance = new CellVariance(mode.posterior, elimination);
    variance.start();
    for (int r = 0; r < panel.raters; r++) {
      variance.rater(r);
      for (int b = panel.raterStart[r]; b < panel.raterStart[r + 1]; b++) {
        int item = panel.item[panel.blockStart[b]];
        assertThat(variance.of(r, b, item))
            .isCloseTo(projected(mode, r, b, item), within(ROUNDING));
      }
    }
  }

  /** uᵀ S⁻¹ u + hxᵀ D⁻¹ hx and the testlet's own share. */
  private static double projected(PosteriorMode mode, int r, int b, int item) {
    Elimination elimination = mode.elimination;
    double[] u = new double[mode.posterior.layout.size];
    double[] hx = new double[2];
    elimination.project(r, b, item, u, hx);
    double[] d = elimination.raterInverse;
    double rater =
        d[3 * r] * hx[0] * hx[0] + 2 * d[3 * r + 1] * hx[0] * hx[1] + d[3 * r + 2] * hx[1] * hx[1];
    return rater + Dense.inverseForm(elimination.matrix, u.length, u) + elimination.testletShare(b);
  }
}
