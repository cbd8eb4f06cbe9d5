package org.leadager.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;

/**
 * The columns of a table that an analysis needs.
 *
 * @param header names of all columns
 * @param answers to the items, as they were given
 * @param subjects who is rated, by row
 * @param raters who rates, by row; empty where no column was named
 * @param sources where raters stand, by row; empty where no column was named
 * @param groups whose traits are compared, by row; empty where no column was named
 * @param warnings what was odd about the table
 */
record Table(
    List<String> header,
    ItemResponses answers,
    Grouping subjects,
    Optional<Grouping> raters,
    Optional<Grouping> sources,
    Optional<Grouping> groups,
    List<String> warnings) {

  static Table read(Options options) throws Problem {
    Path file = options.file();
    if (Files.isDirectory(file)) {
      throw new Problem(file + " is a folder: name the .csv or .xlsx file in it");
    }
    if (!Files.exists(file)) {
      throw new Problem("there is no file " + file);
    }
    TableBuilder builder = new TableBuilder(options);
    List<String> warnings = new ArrayList<>();
    try {
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
        warnings.addAll(SheetFile.read(file, builder));
      } else {
        CsvFile.read(file, builder);
      }
    } catch (IOException | ExcelReaderException e) {
      throw new Problem("cannot read " + file + ": " + reason(e));
    } catch (Problem e) {
      throw new Problem(file + ": " + e.getMessage());
    }
    return builder.table(warnings);
  }

  private static String reason(Exception e) {
    return switch (e) {
      case AccessDeniedException denied -> "you have no right to read it";
      case CharacterCodingException text ->
          "its letters are not UTF-8; save the table as CSV (UTF-8) or .xlsx";
      case ExcelReaderException sheet ->
          "it is damaged or no .xlsx spreadsheet; save the table as .xlsx or CSV (UTF-8)";
      default -> String.valueOf(e.getMessage());
    };
  }
}
