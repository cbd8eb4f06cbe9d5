package org.leadager.imports;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.leadager.instruments.Instruments;
import org.leadager.instruments.Parsed;
import org.leadager.platform.http.PageView;
import org.leadager.platform.http.Viewer;
import org.leadager.platform.http.Viewers;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The page that takes a finished set of ratings with its instrument. */
@Controller
class ImportPages {
  private static final int LARGEST_INSTRUMENT = 1_000_000;
  private static final int LONGEST_NAME = 200;

  private final Imports imports;
  private final Instruments instruments;
  private final Viewers viewers;

  ImportPages(Imports imports, Instruments instruments, Viewers viewers) {
    this.imports = imports;
    this.instruments = instruments;
    this.viewers = viewers;
  }

  @GetMapping("/imports")
  PageView form(HttpServletRequest request) {
    viewer(request);
    Columns usual = Columns.USUAL;
    return page(new ImportForm("", usual.subject(), usual.rater(), usual.source()));
  }

  @PostMapping("/imports")
  PageView bring(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String rater,
      @RequestParam(defaultValue = "") String source,
      @RequestParam MultipartFile ratings,
      @RequestParam MultipartFile instrument)
      throws IOException {
    Viewer viewer = viewer(request);
    ImportForm form = new ImportForm(name.strip(), subject, rater, source);
    if (form.name().isEmpty()
        || form.name().length() > LONGEST_NAME
        || form.name().indexOf('\0') >= 0) {
      return refused(form, "Give the round a name of 1 to 200 characters.");
    }
    try (InputStream in = instrument.getInputStream()) {
      return switch (instruments.parse(in.readNBytes(LARGEST_INSTRUMENT + 1))) {
        case Parsed.Invalid invalid ->
            refused(
                form,
                invalid.problems().stream()
                    .map(p -> "The instrument, " + p.path() + ": " + p.message())
                    .toArray(String[]::new));
        case Parsed.Valid valid -> bring(viewer, form, valid, ratings);
      };
    }
  }

  private PageView bring(
      Viewer viewer, ImportForm form, Parsed.Valid instrument, MultipartFile ratings)
      throws IOException {
    Path file = Files.createTempFile("leadager-import-", ".csv");
    try {
      ratings.transferTo(file);
      Imports.Request asked = new Imports.Request(form.name(), file, instrument, form.columns());
      return switch (imports.ratings(viewer.organisationId(), viewer.personId(), asked)) {
        case Imports.Result.Done done -> page(form).with("done", done);
        case Imports.Result.There there ->
            refused(form, "These ratings are there already. Nothing was changed.")
                .status(HttpStatus.CONFLICT);
        case Imports.Result.Refused refused ->
            refused(
                form,
                refused.problems().stream()
                    .map(p -> (p.row() == 0 ? "" : "Row " + p.row() + ": ") + p.message())
                    .toArray(String[]::new));
      };
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static PageView page(ImportForm form) {
    return PageView.of("imports/imports").with("form", form).with("problems", List.of());
  }

  private static PageView refused(ImportForm form, String... problems) {
    return page(form).with("problems", List.of(problems)).status(HttpStatus.UNPROCESSABLE_CONTENT);
  }

  private Viewer viewer(HttpServletRequest request) {
    return viewers
        .viewer(request)
        .filter(v -> v.roles().contains("consultant") || v.roles().contains("administrator"))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
  }
}
