package org.leadager.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What independent programs say of lq2002 and ptam4, through the command line. */
class ReferenceFiguresTest {
  private static final Path LQ2002 = Results.REFERENCE.resolve("lq2002.csv");
  private static final String ONE = "--subject company --items LEAD01..LEAD11";
  private static final String TWO =
      ONE
          + " --dimension off=LEAD01,LEAD05,LEAD07,LEAD09,LEAD03,LEAD04,LEAD11"
          + " --dimension nco=LEAD02,LEAD06,LEAD08,LEAD10,LEAD03,LEAD04,LEAD11";

  @TempDir Path dir;

  private static void near(Results r, String at, double value, double tolerance) {
    assertThat(r.figure(at)).as(at).isCloseTo(value, within(tolerance));
  }

  /** Slopes and intercepts of every item against mirt's, whose intercepts start at d1. */
  private static void sameItems(Results r, JsonNode reference) {
    for (int i = 0; i < 11; i++) {
      JsonNode item = reference.at("/items_slope_intercept/" + i);
      assertThat(r.json().at("/items/" + i + "/name").asString())
          .isEqualTo(item.at("/item").asString());
      for (int k = 1; k <= 4; k++) {
        near(r, "/items/" + i + "/intercepts/" + (k - 1), item.at("/d" + k).asDouble(), 1e-3);
      }
      for (int d = 1; item.has("a" + d); d++) {
        near(r, "/items/" + i + "/slopes/" + (d - 1), item.at("/a" + d).asDouble(), 1e-3);
      }
    }
  }

  private static void sameErrors(Results r, JsonNode reference) {
    for (int i = 0; i < 11; i++) {
      JsonNode se = reference.at("/SE/" + r.json().at("/items/" + i + "/name").asString() + "/1");
      near(r, "/items/" + i + "/se/slopes/0", se.at("/a1").asDouble(), 1e-3);
      for (int k = 1; k <= 4; k++) {
        near(r, "/items/" + i + "/se/intercepts/" + (k - 1), se.at("/d" + k).asDouble(), 1e-3);
      }
    }
  }

  @Test
  void gradedInOneDimensionWithReliabilityAgreementAndFit() throws IOException {
    JsonNode mirt = Results.reference("irt.json").at("/lq_grm_1d_tight");
    Results r = Results.of(dir, LQ2002, ONE);
    near(r, "/n", 2042, 0);
    near(r, "/model/logLik", -27932.5994, 5e-4);
    near(r, "/model/aic", mirt.at("/AIC").asDouble(), 1e-3);
    near(r, "/model/bic", mirt.at("/BIC").asDouble(), 1e-3);
    sameItems(r, mirt);
    sameErrors(r, mirt);
    near(r, "/reliability/alpha", .902237, 1e-6);
    near(r, "/reliability/omega", .903634, 1e-6);
    near(r, "/reliability/marginal", mirt.at("/marginal_rxx").asDouble(), 1e-4);
    near(r, "/reliability/empirical", mirt.at("/empirical_rxx/F1").asDouble(), 1e-4);
    near(r, "/agreement/icc1", .0879562, 1e-6);
    near(r, "/agreement/icc2", .8007544, 1e-6);
    near(r, "/agreement/icc1Reml", .1078294, 1e-6);
    near(r, "/agreement/rwgj/mean", .8677849, 1e-7);
    near(r, "/agreement/ad/mean", .8901965, 1e-7);
    near(r, "/fit/rmsea", .1609, 5e-5);
    near(r, "/fit/c2", 2368.602, 1e-2);
    near(r, "/fit/df", 44, 0);
    assertThat(r.said())
        .contains("-27932.5994", "0.9022", "0.9036", "0.0880", "0.8008", "0.1078")
        .contains("0.8678", "0.8902", "0.1609");
  }

  @Test
  void agreementInEachCompany() throws IOException {
    Results r = Results.of(dir, LQ2002, ONE);
    List<String> ours = Files.readAllLines(r.folder().resolve("subjects.csv"));
    assertThat(ours.getFirst()).isEqualTo("subject,forms,mean answer,mean score theta,rwgj,ad");
    List<String> rwgj = Files.readAllLines(Results.REFERENCE.resolve("lq2002_rwgj_uniform2.csv"));
    List<String> ad = Files.readAllLines(Results.REFERENCE.resolve("lq2002_adm.csv"));
    assertThat(rwgj).hasSize(50);
    for (int c = 1; c < 50; c++) {
      String name = rwgj.get(c).split(",", -1)[0].replace("\"", "");
      String[] line =
          ours.stream().filter(l -> l.startsWith(name + ",")).findFirst().orElseThrow().split(",");
      double theirs = Double.parseDouble(rwgj.get(c).split(",", -1)[1]);
      assertThat(Double.parseDouble(line[4])).as(name).isCloseTo(theirs, within(1e-9));
      assertThat(Double.parseDouble(line[5]))
          .as(name)
          .isCloseTo(Double.parseDouble(ad.get(c).split(",", -1)[1]), within(1e-9));
    }
  }

  @Test
  void partialCreditModels() throws IOException {
    JsonNode irt = Results.reference("irt.json");
    Results gpcm = Results.of(dir, LQ2002, ONE + " --model gpcm");
    near(gpcm, "/model/logLik", -28113.9158, 1e-3);
    sameItems(gpcm, irt.at("/lq_gpcm_1d_tight"));
    sameErrors(gpcm, irt.at("/lq_gpcm_1d_tight"));
    Results pcm = Results.of(dir, LQ2002, ONE + " --model pcm");
    near(pcm, "/model/logLik", -28325.0686, 1e-3);
    sameItems(pcm, irt.at("/lq_pcm_1d_tight"));
  }

  @Test
  void twoCorrelatedDimensionsWithSharedItems() throws IOException {
    JsonNode irt = Results.reference("irt.json");
    Results graded = Results.of(dir, LQ2002, TWO);
    near(graded, "/model/logLik", -27495.868, .01);
    near(graded, "/dimensions/correlation/0/1", .7224, 1e-3);
    sameItems(graded, irt.at("/lq_grm_2d_corr_tight"));
    near(graded, "/reliability/empirical/0", .90238, 1e-3);
    near(graded, "/reliability/empirical/1", .86419, 1e-3);
    near(Results.of(dir, LQ2002, TWO + " --model gpcm"), "/model/logLik", -27714.00, .01);
  }

  @Test
  void manyFacets() throws IOException {
    JsonNode tam = Results.reference("rater.json").at("/ptam4_item_step_rater");
    Results r =
        Results.of(
            dir,
            Results.REFERENCE.resolve("ptam4.csv"),
            "--subject ratee --rater rater --items crit2..crit4 --model pcm --facets");
    near(r, "/facets/deviance", 3412.393, .01);
    // Nine thresholds, ten severities with mean 0, one variance; 209 ratees.
    near(r, "/facets/parameters", 19, 0);
    near(r, "/facets/aic", 3412.393 + 2 * 19, .01);
    near(r, "/facets/bic", 3412.393 + Math.log(209) * 19, .01);
    near(r, "/facets/variance", 2.7919, 2e-3);
    int compared = 0;
    for (JsonNode theirs : tam.at("/xsi_facets")) {
      String name = theirs.at("/parameter").asString().replace("rater", "");
      String list = theirs.at("/facet").asString().equals("rater") ? "raters" : "items";
      for (JsonNode ours : r.json().at("/facets/" + list)) {
        if (ours.at("/name").asString().equals(name)) {
          String figure = list.equals("raters") ? "/severity" : "/difficulty";
          assertThat(ours.at(figure).asDouble())
              .as(name)
              .isCloseTo(theirs.at("/xsi").asDouble(), within(2e-3));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(13);
    assertThat(Files.readAllLines(r.folder().resolve("raters.csv")))
        .hasSize(11)
        .first()
        .isEqualTo("rater,forms,mean answer,mean score theta,severity,se");
  }

  @Test
  void manyFacetsGraded() throws IOException {
    JsonNode clmm2 = Results.reference("graded-facets.json");
    Results r =
        Results.of(
            dir,
            Results.REFERENCE.resolve("ptam4.csv"),
            "--subject ratee --rater rater --items crit2..crit4 --model graded --facets");
    assertThat(r.json().at("/facets/model").asString())
        .isEqualTo("graded, equal slopes, raters fixed");
    near(r, "/facets/deviance", -2 * clmm2.at("/logLik").asDouble(), 1e-4);
    for (JsonNode ours : r.json().at("/facets/raters")) {
      JsonNode theirs = clmm2.at("/severities/" + ours.at("/name").asString());
      assertThat(ours.at("/se").asDouble()).isCloseTo(theirs.at("/se").asDouble(), within(1e-5));
    }
    assertThat(Files.readString(r.folder().resolve("report.html")))
        .contains("Model: graded, equal slopes, raters fixed.");
  }

  @Test
  void manyFacetsArePartialCreditUnlessGradedIsAskedForInSoManyWords() throws IOException {
    Results r =
        Results.of(
            dir,
            Results.REFERENCE.resolve("ptam4.csv"),
            "--subject ratee --rater rater --items crit2..crit4 --facets");
    assertThat(r.json().at("/facets/model").asString()).isEqualTo("partial credit, raters fixed");
  }
}
