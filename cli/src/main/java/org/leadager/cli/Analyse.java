package org.leadager.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.leadager.engine.agree.Alpha;
import org.leadager.engine.agree.OneFactor;
import org.leadager.engine.agree.OneWay;
import org.leadager.engine.agree.WithinGroup;
import org.leadager.engine.calibrate.Calibration;
import org.leadager.engine.calibrate.CalibrationResult;
import org.leadager.engine.calibrate.Calibrator;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.Ratings;
import org.leadager.engine.facets.FacetResult;
import org.leadager.engine.facets.ManyFacet;
import org.leadager.engine.fit.Eap;
import org.leadager.engine.fit.Information;
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
    progress.println("Reading " + options.file());
    Study study = Study.of(options, Table.read(options.file()));
    progress.println(
        "Calibrating " + study.answers().items() + " items on " + study.answers().rows() + " rows");
    CalibrationResult result = new Calibrator(model()).fit(study.answers(), study.pattern());
    switch (result) {
      case CalibrationResult.Refused refused -> throw new Problem(refused.reason());
      case Calibration calibration -> write(findings(study, calibration));
    }
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

  private Findings findings(Study study, Calibration calibration) throws Problem {
    Optional<Information> information =
        calibration.pattern().dimensions().size() == 1
            ? Optional.of(new Information(calibration))
            : Optional.empty();
    boolean grouped = study.subjects().groups() < study.answers().rows();
    List<WithinGroup> within =
        grouped
            ? WithinGroup.of(
                study.answers(),
                study.subjects(),
                WithinGroup.uniformVariance(Math.max(2, study.options())))
            : List.of();
    return new Findings(
        study,
        calibration,
        Eap.of(calibration),
        information,
        Alpha.of(study.answers()),
        OneFactor.of(study.answers()),
        OneWay.of(study.rowMeans(), study.subjects()),
        within,
        facets(study));
  }

  private Optional<FacetResult.Fitted> facets(Study study) throws Problem {
    if (options.optional("facets").isEmpty()) {
      return Optional.empty();
    }
    Grouping raters = study.raters().orElseThrow();
    progress.println("Calibrating " + raters.groups() + " raters");
    FacetResult result = ManyFacet.fit(new Ratings(study.answers(), study.subjects(), raters));
    return switch (result) {
      case FacetResult.Refused refused -> throw new Problem(refused.reason());
      case FacetResult.Fitted fitted -> Optional.of(fitted);
    };
  }

  private void write(Findings findings) throws Problem {
    Path dir = options.out();
    try {
      Files.createDirectories(dir);
      Files.writeString(dir.resolve("result.json"), Json.write(ResultJson.of(findings)));
      Sheets.write(dir, findings);
      Files.writeString(dir.resolve("report.html"), Report.of(findings));
    } catch (IOException e) {
      throw new Problem("cannot write into " + dir + ": " + e.getMessage());
    }
    out.print(Summary.of(findings));
    out.println("Written: " + dir.resolve("report.html"));
  }
}
