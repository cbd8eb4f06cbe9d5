package org.leadager.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.leadager.instruments.Instruments;
import org.leadager.instruments.Parsed;
import org.leadager.platform.db.Database;
import org.leadager.rounds.ImportedRounds;
import org.springframework.stereotype.Component;

/** Brings a finished set of ratings in as a closed round, whole or not at all. */
@Component
public class Imports {
  private final Database database;
  private final Instruments instruments;
  private final ImportedRounds rounds;

  Imports(Database database, Instruments instruments, ImportedRounds rounds) {
    this.database = database;
    this.instruments = instruments;
    this.rounds = rounds;
  }

  /**
   * What is brought in.
   *
   * @param name of the round, 1 to 200 characters
   * @param file CSV, see {@link Columns}
   * @param instrument what the file's answers are answers to
   */
  public record Request(String name, Path file, Parsed.Valid instrument, Columns columns) {}

  /** What became of it. */
  public sealed interface Result {
    /** The round is there and closed, and its scores have been asked for. */
    record Done(UUID round, int subjects, int raters, int ratings) implements Result {}

    /** The same content is there already, as this round; nothing changed. */
    record There(UUID round) implements Result {}

    /** Refused, with the first problems; nothing changed. */
    record Refused(List<RowProblem> problems) implements Result {}
  }

  /**
   * Reads the file and keeps it in one transaction.
   *
   * @param actor who brings it in
   * @throws IOException when the file cannot be read at all
   */
  public Result ratings(UUID organisation, UUID actor, Request request) throws IOException {
    return switch (RatingsReader.read(
        request.file(), request.instrument().instrument(), request.columns())) {
      case RatingsRead.Refused refused -> new Result.Refused(refused.problems());
      case RatingsRead.Ratings ratings -> keep(organisation, actor, request, ratings);
    };
  }

  private Result keep(UUID organisation, UUID actor, Request request, RatingsRead.Ratings ratings) {
    return database.write(
        organisation,
        dsl -> {
          if (instruments.add(organisation, request.instrument()) == Instruments.Added.TAKEN) {
            return new Result.Refused(
                List.of(
                    new RowProblem(
                        0,
                        "An instrument with another content already has this code and version."
                            + " Give yours a new version.")));
          }
          return new RatingsWriter(dsl, organisation, request.instrument().instrument(), rounds)
              .write(actor, request.name(), ratings);
        });
  }
}
