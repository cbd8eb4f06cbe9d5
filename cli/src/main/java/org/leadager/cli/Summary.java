package org.leadager.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.leadager.engine.agree.Alpha;
import org.leadager.engine.agree.OneWay;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.fit.LimitedInformation;
import org.leadager.engine.model.RatingScale;

/** The figures in one table of words and numbers, for the terminal and the report alike. */
final class Summary {
  /**
   * One line.
   *
   * @param what in words
   * @param value formatted
   */
  record Line(String what, String value) {}

  static final String APART =
      "never compare with those above: BIC counts subjects here, forms there";

  private Summary() {}

  static List<Line> lines(Findings f) {
    Calibration c = f.calibration();
    List<Line> lines = new ArrayList<>();
    count(lines, "Forms", f.study().answers().rows());
    count(lines, "Subjects", f.study().subjects().groups());
    lines.add(new Line("Model", model(c)));
    lines.addAll(steps(c));
    lines.add(new Line("Log-likelihood", Words.number(c.fit().logLik(), 4)));
    count(lines, "Free parameters", c.fit().parameters());
    number(lines, "AIC", c.aic());
    number(lines, "BIC", c.bic());
    lines.add(new Line("Converged", c.fit().converged() ? "yes" : "no: do not use the figures"));
    number(lines, "Alpha", f.alpha().map(Alpha::alpha).orElse(Double.NaN));
    number(lines, "Omega, one factor", f.omega());
    number(lines, "Marginal reliability", f.marginal(), "it is defined for one dimension only.");
    for (int d = 0; d < c.pattern().dimensions().size(); d++) {
      String name = c.pattern().dimensions().get(d);
      number(lines, "Reliability of scores, " + name, f.scores().reliability(d));
    }
    if (c.covariance().size() > 1) {
      double ab = c.covariance().get(0).get(1);
      double r = ab / Math.sqrt(c.covariance().get(0).get(0) * c.covariance().get(1).get(1));
      number(lines, "Correlation of the first two dimensions", r);
    }
    String single = "no subject has two forms.";
    String alike = f.study().severalForms() ? "forms or subjects do not differ." : single;
    number(lines, "ICC(1)", f.oneWay(OneWay::icc1), alike);
    number(lines, "ICC(2)", f.oneWay(OneWay::icc2), alike);
    number(lines, "ICC by REML", f.oneWay(OneWay::icc1Reml), alike);
    String none =
        f.study().severalForms() ? "no subject has two complete forms of whole numbers." : single;
    number(lines, "r_wg(j), mean over subjects", f.rwgjMean(), none);
    number(lines, "AD, mean over subjects", f.adMean(), none);
    double rmsea = f.fit(LimitedInformation::rmsea);
    number(lines, "Fit: RMSEA of C2", rmsea, f.c2().reason().orElse(""));
    f.facets().ifPresent(facets -> addFacets(lines, f, facets));
    return lines;
  }

  /** Another model than the one above it, and what follows from that. */
  private static void addFacets(List<Line> lines, Findings f, Facets facets) {
    lines.addAll(facets.lines());
    lines.add(new Line("Facets: AIC and BIC", APART));
    f.study()
        .groups()
        .ifPresent(g ->
            lines.add(new Line("Facets: groups", "ignored; all groups are one population here")));
  }

  /** The steps that items share, once for each length of scale. */
  private static List<Line> steps(Calibration c) {
    if (!c.model().sharedSteps()) {
      return List.of();
    }
    return c.items().stream()
        .map(item -> RatingScale.steps(item.intercepts()))
        .filter(steps -> steps.size() > 1)
        .map(steps ->
            new Line(
                "Steps between %d answers".formatted(steps.size() + 1),
                steps.stream().map(s -> Words.number(s, 2)).collect(Collectors.joining(", "))))
        .distinct()
        .toList();
  }

  private static String model(Calibration c) {
    List<String> dimensions = c.pattern().dimensions();
    String names = dimensions.size() == 1 ? "" : ", " + String.join(" and ", dimensions);
    return c.model().name() + names;
  }

  static void count(List<Line> lines, String what, int n) {
    lines.add(new Line(what, "%,d".formatted(n)));
  }

  static void number(List<Line> lines, String what, double v) {
    lines.add(new Line(what, Words.number(v, 4)));
  }

  /** The value, or why there is none. */
  private static void number(List<Line> lines, String what, double v, String why) {
    lines.add(new Line(what, Words.number(v, 4) + (Double.isFinite(v) ? "" : ": " + why)));
  }

  /** Warnings first: nothing below them should be read without. */
  static String of(Findings f) {
    List<Line> lines = lines(f);
    f.between().ifPresent(between -> lines.addAll(between.lines()));
    return of(lines, f.shownWarnings());
  }

  static String of(List<Line> lines, List<String> warnings) {
    StringBuilder out = new StringBuilder();
    for (String warning : warnings) {
      out.append("! ").append(warning).append(System.lineSeparator());
    }
    for (Line line : lines) {
      out.append("%-42s %s%n".formatted(line.what(), line.value()));
    }
    return out.toString();
  }
}
