package org.leadager.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * A rectangular table of text.
 *
 * @param header column names
 * @param rows cells, each row as long as the header
 */
record Table(List<String> header, List<List<String>> rows) {
  private static final int MAX_COLUMNS = 5_000;

  static Table read(Path file) throws Problem {
    if (!Files.isRegularFile(file)) {
      throw new Problem("there is no file " + file);
    }
    boolean sheet = file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    try {
      return sheet ? readSheet(file) : readCsv(file);
    } catch (IOException | UncheckedIOException | CsvParseException | ExcelReaderException e) {
      throw new Problem("cannot read " + file + ": " + e.getMessage());
    }
  }

  private static Table readCsv(Path file) throws IOException, Problem {
    char separator = separator(file);
    Builder builder = new Builder();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .detectBomHeader(true)
            .ofCsvRecord(file, StandardCharsets.UTF_8)) {
      for (CsvRecord line : reader) {
        builder.add(line.getFields(), line.getStartingLineNumber());
      }
    }
    return builder.table();
  }

  /** The one of , ; and tab that the first line has most of; reads no more than 64 kB. */
  private static char separator(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      char[] start = new char[65_536];
      int n = reader.read(start);
      int[] counts = new int[3];
      for (int i = 0; i < n && start[i] != '\n'; i++) {
        int which = ",;\t".indexOf(start[i]);
        if (which >= 0) {
          counts[which]++;
        }
      }
      return counts[0] >= counts[1] && counts[0] >= counts[2]
          ? ','
          : counts[1] >= counts[2] ? ';' : '\t';
    }
  }

  private static Table readSheet(Path file) throws IOException, Problem {
    Builder builder = new Builder();
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook book = new ReadableWorkbook(in);
        Stream<Row> rows = book.getFirstSheet().openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < Math.min(row.getCellCount(), MAX_COLUMNS + 1); c++) {
          Cell cell = row.getCell(c);
          cells.add(cell == null || cell.getRawValue() == null ? "" : cell.getText());
        }
        builder.add(cells, row.getRowNum());
      }
    }
    return builder.table();
  }

  /** Collects rows and holds them against the header. */
  private static final class Builder {
    private List<String> header = List.of();
    private final List<List<String>> rows = new ArrayList<>();

    void add(List<String> cells, long line) throws Problem {
      if (header.isEmpty()) {
        if (cells.size() > MAX_COLUMNS) {
          throw new Problem("more than " + MAX_COLUMNS + " columns: is the separator right?");
        }
        header = cells.stream().map(String::strip).toList();
        if (header.stream().distinct().count() != header.size()) {
          throw new Problem("two columns have the same name in the first line");
        }
        return;
      }
      if (blank(cells)) {
        return;
      }
      if (cells.size() > header.size()) {
        throw new Problem(
            "line " + line + " has " + cells.size() + " cells, the first line " + header.size());
      }
      rows.add(cells.size() == header.size() ? cells : padded(cells));
    }

    private List<String> padded(List<String> cells) {
      List<String> padded = new ArrayList<>(cells);
      while (padded.size() < header.size()) {
        padded.add("");
      }
      return padded;
    }

    private static boolean blank(List<String> cells) {
      for (String cell : cells) {
        if (!cell.isBlank()) {
          return false;
        }
      }
      return true;
    }

    Table table() throws Problem {
      if (rows.isEmpty()) {
        throw new Problem("the table has no rows below its first line");
      }
      return new Table(header, rows);
    }
  }

  List<String> column(String name) throws Problem {
    int at = Options.require(name, header);
    return rows.stream().map(row -> row.get(at).strip()).toList();
  }

  /**
   * Numbers of some columns, by column; blank, NA, NaN and "." are missing. Goes row by row, as the
   * cells lie in memory.
   */
  double[][] numbers(List<String> names) throws Problem {
    int[] at = new int[names.size()];
    for (int i = 0; i < at.length; i++) {
      at[i] = Options.require(names.get(i), header);
    }
    double[][] values = new double[at.length][rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = rows.get(r);
      for (int i = 0; i < at.length; i++) {
        values[i][r] = number(row.get(at[i]).strip(), names.get(i), r + 2);
      }
    }
    return values;
  }

  private static double number(String cell, String column, int line) throws Problem {
    if (cell.length() == 1 && cell.charAt(0) >= '0' && cell.charAt(0) <= '9') {
      return cell.charAt(0) - '0'; // nearly every answer, and reading digits is cheap
    }
    if (cell.isEmpty() || cell.equals(".") || cell.equals("NA") || cell.equals("NaN")) {
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(cell);
      if (Double.isInfinite(value)) {
        throw new Problem("an infinite answer in column " + column + ", row " + line);
      }
      return value;
    } catch (NumberFormatException e) {
      String shown = cell.length() > 40 ? cell.substring(0, 40) + "…" : cell;
      throw new Problem(
          "\"" + shown + "\" in column " + column + ", row " + line + " is not a number");
    }
  }
}
