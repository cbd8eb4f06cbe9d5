package org.leadager.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadager.engine.crossed.RandomRaters;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetModel;
import org.leadager.engine.facets.FacetResult;
import org.leadager.engine.facets.FacetResult.Fitted;
import org.leadager.engine.facets.ManyFacet;

/**
 * Subjects, items and raters on one scale.
 *
 * @param model in words
 * @param fit estimates
 */
record Facets(String model, Fitted fit) {

  /** Fits the graded model where it was asked for in so many words, else partial credit. */
  static Facets of(Options options, Study study) throws Problem {
    Ratings ratings = new Ratings(study.answers(), study.subjects(), study.raters().orElseThrow());
    boolean graded = options.optional("model").filter("graded"::equals).isPresent();
    FacetModel model = graded ? FacetModel.GRADED : FacetModel.PARTIAL_CREDIT;
    boolean random = options.randomRaters();
    FacetResult fit = random ? RandomRaters.fit(ratings, model) : ManyFacet.fit(ratings, model);
    String words =
        (graded ? "graded, equal slopes" : "partial credit")
            + (random ? ", raters random" : ", raters fixed");
    return new Facets(words, fitted(fit, study));
  }

  private static Fitted fitted(FacetResult result, Study study) throws Problem {
    return switch (result) {
      case FacetResult.Refused refused ->
          throw new Problem("--facets: " + refused.reason() + otherwise(study));
      case Fitted fitted -> fitted;
    };
  }

  /** One item has nothing but its facets to tell. */
  private static String otherwise(Study study) {
    return study.answers().items() == 1
        ? " One item tells nothing without --facets: give more items."
        : " Without --facets you get everything else.";
  }

  List<Summary.Line> lines() {
    List<Summary.Line> lines = new ArrayList<>();
    lines.add(new Summary.Line("Facets: model", model));
    Summary.number(lines, "Facets: deviance", fit.deviance());
    Summary.count(lines, "Facets: free parameters", fit.parameters());
    Summary.number(lines, "Facets: AIC", fit.aic());
    Summary.number(lines, "Facets: BIC", fit.bic());
    Summary.number(lines, "Facets: subjects' variance", fit.variance());
    fit.random()
        .ifPresent(r -> Summary.number(lines, "Facets: raters' variance", r.raterVariance()));
    return lines;
  }

  List<String> warnings() {
    return fit.warnings().stream().map(w -> "Facets: " + w).toList();
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", model);
    json.put("deviance", fit.deviance());
    json.put("parameters", fit.parameters());
    json.put("aic", fit.aic());
    json.put("bic", fit.bic());
    json.put("variance", fit.variance());
    fit.random()
        .ifPresent(r -> {
          json.put("varianceSe", r.varianceSe());
          json.put("raterVariance", r.raterVariance());
          json.put("raterVarianceSe", r.raterVarianceSe());
        });
    json.put("iterations", fit.iterations());
    json.put("converged", fit.converged());
    json.put("warnings", fit.warnings());
    json.put("raters", fit.raters().stream().map(Facets::json).toList());
    json.put("items", fit.items().stream().map(Facets::json).toList());
    return json;
  }

  private static Map<String, Object> json(FacetResult.Rater rater) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", rater.name());
    json.put("severity", rater.severity());
    json.put("se", rater.se());
    return json;
  }

  private static Map<String, Object> json(FacetResult.Item item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", item.name());
    json.put("difficulty", item.difficulty());
    json.put("se", item.se());
    json.put("thresholds", item.thresholds());
    return json;
  }

  /** facets.csv: the items' difficulties and thresholds. */
  void write(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("item", "parameter", "estimate", "se");
      for (FacetResult.Item item : fit.items()) {
        String name = Sheets.inert(item.name());
        csv.writeRecord(
            name, "difficulty", Sheets.number(item.difficulty()), Sheets.number(item.se()));
        for (int k = 0; k < item.thresholds().size(); k++) {
          csv.writeRecord(
              name, "threshold " + (k + 1), Sheets.number(item.thresholds().get(k)), "");
        }
      }
    }
  }
}
