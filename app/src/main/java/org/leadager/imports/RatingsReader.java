package org.leadager.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leadager.instruments.Instrument;

/**
 * Reads a finished set of ratings from CSV: one row for each rater and subject, one column for each
 * item of the instrument, answers as whole numbers from 1, empty where there is none. Row by row,
 * with no more in memory than the answers themselves; every bad row is named.
 */
final class RatingsReader {
  static final long MOST_BYTES = 64L << 20;
  static final int MOST_PROBLEMS = 50;
  private static final int MOST_ROWS = 200_000;
  private static final int LONGEST_FIELD = 1 << 16;
  private static final int LONGEST_NAME = 200;

  private final Instrument instrument;
  private final Columns columns;
  private final Set<String> sources;
  private final List<RowProblem> problems = new ArrayList<>();
  private final List<RatingRow> rows = new ArrayList<>();
  private final Map<String, Long> firstRow = new HashMap<>();

  private RatingsReader(Instrument instrument, Columns columns) {
    this.instrument = instrument;
    this.columns = columns;
    sources =
        instrument.sources().stream().map(Instrument.Source::code).collect(Collectors.toSet());
  }

  static RatingsRead read(Path file, Instrument instrument, Columns columns) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      return RatingsRead.Refused.file("The file is larger than 64 MB.");
    }
    Optional<RowProblem> text = TextCheck.problem(file);
    if (text.isPresent()) {
      return new RatingsRead.Refused(List.of(text.get()));
    }
    return new RatingsReader(instrument, columns).read(file);
  }

  private RatingsRead read(Path file) throws IOException {
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator(file))
            .allowExtraFields(true)
            .allowMissingFields(true)
            .detectBomHeader(true)
            .maxBufferSize(LONGEST_FIELD)
            .ofCsvRecord(file)) {
      readAll(csv.iterator());
    } catch (CsvParseException e) {
      problems.add(
          new RowProblem(
              problems.isEmpty() && rows.isEmpty() ? 1 : rows.size() + 2L,
              "From about here on the file is not CSV we can read: a field is longer than "
                  + LONGEST_FIELD
                  + " characters, or a quote is never closed."));
    }
    if (problems.isEmpty() && rows.isEmpty()) {
      return RatingsRead.Refused.file("The file holds no ratings.");
    }
    return problems.isEmpty()
        ? new RatingsRead.Ratings(rows, hash())
        : new RatingsRead.Refused(problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())));
  }

  private void readAll(Iterator<CsvRecord> records) {
    if (!records.hasNext()) {
      return;
    }
    Header header = new Header(records.next().getFields(), columns, instrument);
    header.problems.forEach(p -> problems.add(new RowProblem(1, p)));
    while (header.problems.isEmpty() && records.hasNext() && problems.size() < MOST_PROBLEMS) {
      CsvRecord row = records.next();
      if (rows.size() == MOST_ROWS) {
        wrong(row, "There are more than " + MOST_ROWS + " rows.");
        return;
      }
      readRow(header, row);
    }
  }

  private void readRow(Header header, CsvRecord row) {
    if (row.getFieldCount() != header.width) {
      wrong(
          row,
          "The row has "
              + row.getFieldCount()
              + " fields; the first row has "
              + header.width
              + ".");
      return;
    }
    String subject = name(row, header.subject, "subject");
    String rater = name(row, header.rater, "rater");
    String source = source(row, header.source);
    String answers = answers(header, row);
    Long before = firstRow.putIfAbsent(subject + '\n' + rater, row.getStartingLineNumber());
    if (before != null) {
      wrong(row, "The same rater already rates the same subject in row " + before + ".");
    }
    rows.add(new RatingRow(subject, rater, source, answers));
  }

  private String name(CsvRecord row, int column, String what) {
    String name = row.getField(column).strip();
    if (name.isEmpty()) {
      wrong(row, "The " + what + " is empty.");
    } else if (name.length() > LONGEST_NAME) {
      wrong(row, "The " + what + " is longer than " + LONGEST_NAME + " characters.");
    } else if (name.chars().anyMatch(Character::isISOControl)) {
      wrong(row, "The " + what + " holds a control character.");
    }
    return name;
  }

  private String source(CsvRecord row, int column) {
    if (column < 0) {
      return instrument.sources().getFirst().code();
    }
    String source = row.getField(column).strip();
    if (!sources.contains(source)) {
      wrong(row, "“" + Header.shorten(source) + "” is not a source of this instrument.");
    }
    return source;
  }

  private String answers(Header header, CsvRecord row) {
    StringBuilder answers = new StringBuilder(header.items.length);
    boolean any = false;
    for (int i = 0; i < header.items.length; i++) {
      int answer = answer(row.getField(header.items[i]).strip());
      if (answer < 0) {
        wrong(
            row,
            instrument.items().get(i).code()
                + ": “"
                + Header.shorten(row.getField(header.items[i]))
                + "” is not a whole number from 1 to "
                + instrument.scale().points()
                + ".");
      }
      any |= answer != 0;
      answers.append((char) Math.max(0, answer));
    }
    if (!any) {
      wrong(row, "The row holds no answer.");
    }
    return answers.toString();
  }

  /** The answer, 0 for none, −1 for what is no answer. */
  private int answer(String field) {
    if (field.isEmpty()) {
      return 0;
    }
    if (field.length() > 2 || !field.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return -1;
    }
    int value = Integer.parseInt(field);
    return value >= 1 && value <= instrument.scale().points() ? value : -1;
  }

  private void wrong(CsvRecord row, String message) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new RowProblem(row.getStartingLineNumber(), message));
    }
  }

  /** Spreadsheets write semicolons where the comma is the decimal sign, and tabs on request. */
  private char separator(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      char[] start = new char[LONGEST_FIELD];
      int n = reader.read(start);
      String line = n <= 0 ? "" : new String(start, 0, n).lines().findFirst().orElse("");
      for (char separator : new char[] {',', ';', '\t'}) {
        if (line.indexOf(separator) >= 0) {
          return separator;
        }
      }
      return ',';
    }
  }

  private String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      HexFormat hex = HexFormat.of();
      List<String> lines = new ArrayList<>();
      for (RatingRow row : rows) {
        String text = String.join("\n", row.subject(), row.rater(), row.source(), row.answers());
        lines.add(hex.formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8))));
      }
      lines.sort(null);
      sha.update(instrument.contentHash().getBytes(StandardCharsets.UTF_8));
      lines.forEach(line -> sha.update(line.getBytes(StandardCharsets.UTF_8)));
      return hex.formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
