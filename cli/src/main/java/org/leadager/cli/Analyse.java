package org.leadager.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.leadager.engine.agree.Alpha;
import org.leadager.engine.agree.OneFactor;
import org.leadager.engine.agree.OneWay;
import org.leadager.engine.agree.WithinGroup;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.CalibrationResult;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.fit.Eap;
import org.leadager.engine.fit.Information;
import org.leadager.engine.fit.LimitedInformation;
import org.leadager.engine.model.GeneralisedPartialCredit;
import org.leadager.engine.model.Graded;
import org.leadager.engine.model.ItemModel;
import org.leadager.engine.model.PartialCredit;
import org.leadager.engine.model.RatingScale;
import org.leadager.engine.model.TwoPL;

/** The command {@code analyse}: read, calibrate, describe, write. */
final class Analyse {
  private final Options options;
  private final PrintStream out;
  private final PrintStream progress;

  Analyse(Options options, PrintStream out, PrintStream progress) {
    this.options = options;
    this.out = out;
    this.progress = progress;
  }

  void run() throws Problem {
    try (Stages stages = new Stages(progress)) {
      stages.enter("read", "Reading " + options.file());
      Output folder = Output.into(options.out());
      Study study = Study.of(options, Table.read(options));
      if (study.answers().items() == 1 && options.optional("facets").isPresent()) {
        stages.enter("raters", "Calibrating raters");
        FacetsOnly only = new FacetsOnly(study, Facets.of(options, study));
        write(folder, only::write, Summary.of(only.lines(), only.warnings()), stages);
      } else {
        Findings findings = findings(study, calibrate(study, stages), stages);
        write(folder, into -> write(findings, into), Summary.of(findings), stages);
      }
      if (options.optional("timing").isPresent()) {
        progress.print(stages.table());
      }
    }
  }

  private static void write(Findings findings, Path into) throws IOException {
    Files.writeString(into.resolve("result.json"), Json.write(ResultJson.of(findings)));
    Sheets.write(into, findings);
    Files.writeString(into.resolve("report.html"), Report.of(findings));
  }

  private void write(Output folder, Output.Writer files, String summary, Stages stages)
      throws Problem {
    stages.enter("write", "Writing into " + options.out());
    List<String> removed = folder.write(files);
    out.print(summary);
    if (!removed.isEmpty()) {
      out.println("Removed, from an earlier analysis: " + String.join(", ", removed));
    }
    out.println("Written: " + options.out().resolve("report.html"));
  }

  private Calibration calibrate(Study study, Stages stages) throws Problem {
    int items = study.answers().items();
    String size = Words.count(items, "item") + " on " + Words.count(study.answers().rows(), "row");
    stages.enter("calibrate", "Calibrating " + size);
    Calibrator calibrator =
        new Calibrator(model())
            .whenEstimated(() -> stages.enter("errors", "Standard errors of " + size));
    return switch (calibrator.fit(study.answers(), study.design())) {
      case CalibrationResult.Refused refused when items == 1 ->
          throw new Problem(refused.reason() + " One is enough with --rater and --facets.");
      case CalibrationResult.Refused refused -> throw new Problem(refused.reason());
      case Calibration calibration -> calibration;
    };
  }

  private ItemModel model() {
    return switch (options.model()) {
      case "gpcm" -> new GeneralisedPartialCredit();
      case "pcm" -> new PartialCredit();
      case "rsm" -> new RatingScale();
      case "2pl" -> new TwoPL();
      default -> new Graded();
    };
  }

  private Findings findings(Study study, Calibration calibration, Stages stages) throws Problem {
    Optional<Facets> facets = facets(study, stages);
    boolean compared = options.optional("no-dif").isEmpty();
    Optional<BetweenGroups> between =
        study
            .groups()
            .filter(g -> calibration.fit().converged())
            .map(g -> BetweenGroups.of(study, g, calibration, compared, stages));
    stages.enter("describe", "Scores, reliability and agreement");
    boolean one = calibration.pattern().dimensions().size() == 1;
    return new Findings(
        study,
        calibration,
        Eap.of(calibration),
        one ? Optional.of(new Information(calibration)) : Optional.empty(),
        LimitedInformation.of(calibration),
        Alpha.of(study.answers()),
        OneFactor.of(study.answers()),
        OneWay.of(study.rowMeans(), study.subjects()),
        within(study),
        facets,
        between);
  }

  private static List<WithinGroup> within(Study study) {
    OptionalInt scale = study.options();
    if (study.subjects().groups() == study.answers().rows() || scale.isEmpty()) {
      return List.of();
    }
    double none = WithinGroup.uniformVariance(Math.max(2, scale.getAsInt()));
    return WithinGroup.of(study.answers(), study.subjects(), none);
  }

  private Optional<Facets> facets(Study study, Stages stages) throws Problem {
    if (options.optional("facets").isEmpty()) {
      return Optional.empty();
    }
    int raters = study.raters().orElseThrow().groups();
    stages.enter("raters", "Calibrating " + Words.count(raters, "rater"));
    return Optional.of(Facets.of(options, study));
  }
}
