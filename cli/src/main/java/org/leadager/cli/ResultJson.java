package org.leadager.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leadager.engine.agree.Alpha;
import org.leadager.engine.agree.OneWay;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.ClusteredErrors;
import org.leadager.engine.calibrate.ItemParameters;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.fit.LimitedInformation;

/** result.json, schema 1; documented in docs/result-json.md. */
final class ResultJson {
  private ResultJson() {}

  static Map<String, Object> of(Findings f) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("n", f.study().answers().rows());
    json.put("subjects", f.study().subjects().groups());
    json.put("model", model(f));
    json.put("items", items(f.calibration()));
    Map<String, Object> dimensions = new LinkedHashMap<>();
    dimensions.put("names", f.calibration().pattern().dimensions());
    dimensions.put("correlation", correlation(f.calibration().covariance()));
    dimensions.put("variance", variances(f.calibration().covariance()));
    json.put("dimensions", dimensions);
    json.put("reliability", reliability(f));
    json.put("agreement", agreement(f));
    json.put("fit", fit(f));
    f.study().sources().ifPresent(sources -> json.put("sources", sources(f, sources)));
    f.between().ifPresent(between -> between.addTo(json));
    f.facets().ifPresent(facets -> json.put("facets", facets.json()));
    return json;
  }

  private static Map<String, Object> model(Findings f) {
    Calibration c = f.calibration();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("name", c.model().name());
    model.put("dimensions", c.pattern().dimensions().size());
    model.put("parameters", c.fit().parameters());
    model.put("logLik", c.fit().logLik());
    model.put("aic", c.aic());
    model.put("bic", c.bic());
    model.put("iterations", c.fit().iterations());
    model.put("converged", c.fit().converged());
    model.put("warnings", f.warnings());
    return model;
  }

  private static List<Map<String, Object>> items(Calibration c) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 0; i < c.items().size(); i++) {
      Map<String, Object> json = item(c.items().get(i));
      int at = i;
      c.clustered().ifPresent(e -> json.put("seClustered", errors(e.items().get(at))));
      items.add(json);
    }
    return items;
  }

  private static Map<String, Object> errors(ClusteredErrors.OfItem of) {
    Map<String, Object> se = new LinkedHashMap<>();
    se.put("slopes", of.slopes());
    se.put("intercepts", of.intercepts());
    return se;
  }

  private static Map<String, Object> item(ItemParameters item) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", item.name());
    json.put("slopes", item.slopes());
    json.put("intercepts", item.intercepts());
    ClusteredErrors.OfItem se =
        new ClusteredErrors.OfItem(item.slopeErrors(), item.interceptErrors());
    json.put("se", errors(se));
    return json;
  }

  private static Map<String, Object> reliability(Findings f) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("alpha", f.alpha().map(Alpha::alpha).orElse(Double.NaN));
    json.put("omega", f.omega());
    json.put("marginal", f.marginal());
    List<Double> empirical = new ArrayList<>();
    for (int d = 0; d < f.calibration().pattern().dimensions().size(); d++) {
      empirical.add(f.scores().reliability(d));
    }
    json.put("empirical", empirical.size() == 1 ? empirical.get(0) : empirical);
    return json;
  }

  private static Map<String, Object> agreement(Findings f) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("icc1", f.oneWay(OneWay::icc1));
    json.put("icc2", f.oneWay(OneWay::icc2));
    json.put("icc1Reml", f.oneWay(OneWay::icc1Reml));
    Map<String, Object> rwgj = new LinkedHashMap<>();
    rwgj.put("mean", f.rwgjMean());
    rwgj.put("median", f.rwgjMedian());
    json.put("rwgj", rwgj);
    Map<String, Object> ad = new LinkedHashMap<>();
    ad.put("mean", f.adMean());
    json.put("ad", ad);
    return json;
  }

  private static Map<String, Object> fit(Findings f) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("c2", f.fit(LimitedInformation::c2));
    json.put("df", f.c2().found().map(LimitedInformation::df).orElse(0));
    json.put("p", f.fit(LimitedInformation::p));
    json.put("rmsea", f.fit(LimitedInformation::rmsea));
    json.put("rmseaLow", f.fit(LimitedInformation::rmseaLow));
    json.put("rmseaHigh", f.fit(LimitedInformation::rmseaHigh));
    json.put("n", f.c2().found().map(LimitedInformation::rows).orElse(0));
    f.c2().reason().ifPresent(why -> json.put("reason", why));
    return json;
  }

  private static List<Map<String, Object>> sources(Findings f, Grouping sources) {
    List<Map<String, Object>> all = new ArrayList<>();
    for (GroupMeans one : GroupMeans.of(f, sources)) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", one.name());
      json.put("n", one.rows());
      json.put("meanAnswer", one.answer());
      json.put("meanScores", one.scores());
      all.add(json);
    }
    return all;
  }

  private static List<List<Double>> correlation(List<List<Double>> s) {
    List<List<Double>> rows = new ArrayList<>();
    for (int a = 0; a < s.size(); a++) {
      List<Double> row = new ArrayList<>();
      for (int b = 0; b < s.size(); b++) {
        row.add(s.get(a).get(b) / Math.sqrt(s.get(a).get(a) * s.get(b).get(b)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<Double> variances(List<List<Double>> s) {
    List<Double> diagonal = new ArrayList<>();
    for (int a = 0; a < s.size(); a++) {
      diagonal.add(s.get(a).get(a));
    }
    return diagonal;
  }
}
