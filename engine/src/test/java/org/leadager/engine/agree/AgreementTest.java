package org.leadager.engine.agree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.leadager.engine.Reference;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import tools.jackson.databind.JsonNode;

class AgreementTest {
  private static final JsonNode CLASSIC = Reference.json("classic.json");
  private static final ItemResponses LEAD = Reference.lq2002();
  private static final Grouping COMPANY = Reference.grouping("lq2002.csv", 0);

  private static double[] scaleMean() {
    double[] mean = new double[LEAD.rows()];
    for (int r = 0; r < mean.length; r++) {
      for (int i = 0; i < LEAD.items(); i++) {
        mean[r] += LEAD.value(r, i) / LEAD.items();
      }
    }
    return mean;
  }

  @Test
  void alphaAgreesWithPsych() {
    Alpha alpha = Alpha.of(LEAD).orElseThrow();
    JsonNode psych = CLASSIC.at("/lq_alpha/value/0");
    assertThat(alpha.alpha()).isCloseTo(psych.at("/raw_alpha").asDouble(), within(1e-12));
    assertThat(alpha.standardised()).isCloseTo(psych.at("/std.alpha").asDouble(), within(1e-12));
    JsonNode feldt = CLASSIC.at("/lq_alpha_feldt/value");
    assertThat(alpha.low())
        .isCloseTo(feldt.at("/feldt/lower.ci/0/raw_alpha").asDouble(), within(1e-9));
    assertThat(alpha.high())
        .isCloseTo(feldt.at("/feldt/upper.ci/0/raw_alpha").asDouble(), within(1e-9));
    for (int i = 0; i < 11; i++) {
      Alpha.Item item = alpha.items().get(i);
      assertThat(item.alphaWithout())
          .isCloseTo(feldt.at("/alpha_drop/" + i + "/raw_alpha").asDouble(), within(1e-12));
      assertThat(item.restCorrelation())
          .isCloseTo(feldt.at("/item_stats/" + i + "/r.drop").asDouble(), within(1e-12));
    }
  }

  @Test
  void omegaAgreesWithLavaan() {
    OneFactor factor = OneFactor.of(LEAD).orElseThrow();
    JsonNode lavaan = CLASSIC.at("/lq_omega_1f/value");
    assertThat(factor.outcome()).isEqualTo(OneFactor.Outcome.CONVERGED);
    assertThat(factor.omega()).isCloseTo(lavaan.at("/omega").asDouble(), within(1e-7));
    assertThat(factor.chiSquare()).isCloseTo(lavaan.at("/fit/chisq").asDouble(), within(1e-5));
    for (int i = 0; i < 11; i++) {
      assertThat(factor.loadings().get(i))
          .isCloseTo(lavaan.at("/lambda/" + i).asDouble(), within(1e-5));
      assertThat(factor.uniquenesses().get(i))
          .isCloseTo(lavaan.at("/theta/" + i).asDouble(), within(1e-5));
    }
  }

  @Test
  void intraclassCorrelationsAgreeWithMultilevelAndLme4() {
    OneWay oneWay = OneWay.of(scaleMean(), COMPANY).orElseThrow();
    JsonNode anova = CLASSIC.at("/lq_icc_LEAD/value");
    assertThat(oneWay.icc1()).isCloseTo(anova.at("/ICC1").asDouble(), within(1e-5));
    assertThat(oneWay.icc2()).isCloseTo(anova.at("/ICC2").asDouble(), within(1e-5));
    assertThat(oneWay.p() / anova.at("/p").asDouble()).isCloseTo(1, within(1e-2));
    assertThat(oneWay.icc1Reml())
        .isCloseTo(CLASSIC.at("/lq_mult_icc/value/0/ICC1").asDouble(), within(1e-5));
  }

  @Test
  void shroutAndFleissTableGivesTheirSixCoefficients() {
    double[][] table = {
      {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };
    TwoWay icc = TwoWay.of(table).orElseThrow();
    List<Double> ours =
        List.of(icc.icc1(), icc.icc2(), icc.icc3(), icc.icc1k(), icc.icc2k(), icc.icc3k());
    for (int i = 0; i < 6; i++) {
      assertThat(ours.get(i))
          .isCloseTo(CLASSIC.at("/sf_icc/value/" + i + "/ICC").asDouble(), within(1e-12));
    }
  }

  @Test
  void withinGroupAgreementAgreesWithMultilevelPerCompany() {
    List<WithinGroup> groups = WithinGroup.of(LEAD, COMPANY, WithinGroup.uniformVariance(5));
    List<String[]> rwgj = Reference.csv("lq2002_rwgj_uniform2.csv");
    List<String[]> ad = Reference.csv("lq2002_adm.csv");
    for (int line = 1; line < rwgj.size(); line++) {
      String id = rwgj.get(line)[0];
      WithinGroup g = groups.stream().filter(x -> x.group().equals(id)).findFirst().orElseThrow();
      assertThat(g.rwgj()).isCloseTo(Double.parseDouble(rwgj.get(line)[1]), within(1e-9));
      assertThat(g.adMean()).isCloseTo(Double.parseDouble(ad.get(line)[1]), within(1e-9));
      assertThat(g.adMedian()).isCloseTo(Double.parseDouble(ad.get(line)[3]), within(1e-9));
      assertThat(g.size()).isEqualTo(Integer.parseInt(rwgj.get(line)[2]));
    }
    assertThat(groups).hasSize(49);
    assertThat(groups.stream().mapToDouble(WithinGroup::rwgj).average().orElseThrow())
        .isCloseTo(0.8677849, within(1e-7));
    assertThat(groups.stream().mapToDouble(WithinGroup::adMean).average().orElseThrow())
        .isCloseTo(0.8901965, within(1e-7));
  }

  @Test
  void aStricterNullVarianceGivesZeroInsteadOfNonsense() {
    List<WithinGroup> groups = WithinGroup.of(LEAD, COMPANY, 1.34);
    assertThat(groups.stream().mapToDouble(WithinGroup::rwgj).average().orElseThrow())
        .isCloseTo(CLASSIC.at("/lq_rwgj_slight/value/Mean").asDouble(), within(1e-9));
  }

  @Test
  void tooLittleDataIsNoNumber() {
    ItemResponses one =
        ItemResponses.of(List.of("a", "b", "c"), new double[][] {{1, 1, 1}, {2, 2, 2}, {3, 3, 3}});
    assertThat(Alpha.of(one)).isEmpty();
    assertThat(OneFactor.of(one)).isEmpty();
    assertThat(OneWay.of(new double[] {1, 2}, Grouping.of(List.of("x", "y")))).isEmpty();
    assertThat(WithinGroup.of(one, Grouping.of(List.of("x", "y", "y")), 2).get(0).rwgj()).isNaN();
  }
}
