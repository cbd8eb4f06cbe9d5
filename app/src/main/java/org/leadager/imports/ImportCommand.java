package org.leadager.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.leadager.instruments.Instruments;
import org.leadager.instruments.Parsed;
import org.leadager.platform.control.LocalCommand;
import org.leadager.platform.db.Database;
import org.springframework.stereotype.Component;

/** {@code ./leadager import ratings FILE.csv --instrument FILE --as MAIL}. */
@Component
class ImportCommand implements LocalCommand {
  private static final int LONGEST_NAME = 200;
  private static final int LARGEST_INSTRUMENT = 1_000_000;

  private final Database database;
  private final Instruments instruments;
  private final Imports imports;

  ImportCommand(Database database, Instruments instruments, Imports imports) {
    this.database = database;
    this.instruments = instruments;
    this.imports = imports;
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public Result run(Request request) {
    CommandLine line = new CommandLine(request.arguments());
    try {
      return line.problem().map(ImportCommand::refused).orElseGet(() -> run(line, request));
    } catch (UncheckedIOException e) {
      return refused("The file cannot be read.");
    }
  }

  private Result run(CommandLine line, Request request) {
    Path ratings = request.files().get(line.file());
    Path instrument = request.files().get(line.needed("--instrument"));
    if (ratings == null || instrument == null) {
      String missing = ratings == null ? line.file() : line.needed("--instrument");
      return refused("There is no file " + missing + ".");
    }
    List<Importer> importers = importers(line);
    if (importers.size() != 1) {
      return refused(whoWords(importers));
    }
    String name = line.option("--name").orElse(fileName(line.file()));
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return refused("--name is 1 to " + LONGEST_NAME + " characters.");
    }
    try {
      return switch (instruments.parse(start(instrument))) {
        case Parsed.Invalid invalid -> refused(instrumentWords(invalid));
        case Parsed.Valid valid ->
            words(
                imports.ratings(
                    importers.getFirst().organisation(),
                    importers.getFirst().person(),
                    new Imports.Request(name, ratings, valid, line.columns())));
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Somebody with the given mail address, in one organisation. */
  private record Importer(UUID organisation, String organisationName, UUID person) {}

  private List<Importer> importers(CommandLine line) {
    return database.outside(dsl ->
        dsl
            .fetch("select * from access.people_by_mail(?)", line.needed("--as"))
            .map(r ->
                new Importer(
                    r.get("organisation_id", UUID.class),
                    r.get("organisation_name", String.class),
                    r.get("person_id", UUID.class)))
            .stream()
            .filter(
                i -> line.option("--organisation").map(i.organisationName()::equals).orElse(true))
            .toList());
  }

  private static String whoWords(List<Importer> importers) {
    return importers.isEmpty()
        ? "Nobody here has this mail address. Start the program, make the first administrator, and"
            + " give that address with --as."
        : "This mail address is known in several organisations. Choose one with --organisation: "
            + importers.stream().map(Importer::organisationName).collect(Collectors.joining(", "));
  }

  private static String fileName(String file) {
    Path name = Path.of(file).getFileName();
    return name == null ? file : name.toString();
  }

  /** One byte more than an instrument may have is enough to see that it is too large. */
  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST_INSTRUMENT + 1);
    }
  }

  private static String instrumentWords(Parsed.Invalid invalid) {
    return "The instrument was refused:\n"
        + invalid.problems().stream()
            .map(p -> p.path() + " " + p.message())
            .collect(Collectors.joining("\n"));
  }

  private static Result words(Imports.Result result) {
    return switch (result) {
      case Imports.Result.Done done ->
          new Result(
              0,
              "Imported: %d subjects, %d raters, %d answers.\nRound %s"
                  .formatted(done.subjects(), done.raters(), done.ratings(), done.round()));
      case Imports.Result.There there ->
          refused("The same ratings are there already, as round " + there.round() + ".");
      case Imports.Result.Refused refused ->
          refused(
              "Nothing was imported.\n"
                  + refused.problems().stream()
                      .map(p -> (p.row() == 0 ? "" : "Row " + p.row() + ": ") + p.message())
                      .collect(Collectors.joining("\n")));
    };
  }

  private static Result refused(String text) {
    return new Result(1, text);
  }
}
