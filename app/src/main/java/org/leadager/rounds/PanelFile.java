package org.leadager.rounds;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leadager.people.PersonDraft;

/**
 * Reads subjects and raters from text: comma, semicolon or tab separated, one rating a row, with or
 * without a heading. Every bad row is named by its number.
 *
 * @param rows the rows, in order; meaningful only without problems
 * @param problems one sentence for each mistake
 */
record PanelFile(List<PanelRow> rows, List<String> problems) {
  private static final int COLUMNS = 5;
  private static final int MOST_ROWS = 5_000;
  private static final int MOST_PROBLEMS = 50;
  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("self", "self"),
          Map.entry("boss", "boss"),
          Map.entry("manager", "boss"),
          Map.entry("peer", "peers"),
          Map.entry("peers", "peers"),
          Map.entry("report", "reports"),
          Map.entry("reports", "reports"),
          Map.entry("direct report", "reports"),
          Map.entry("other", "others"),
          Map.entry("others", "others"));

  static PanelFile read(String text) {
    List<String> problems = new ArrayList<>();
    List<PanelRow> rows = new ArrayList<>();
    if (text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0) {
      return new PanelFile(rows, List.of("Save the file as CSV in UTF-8; this one is not text."));
    }
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(separator(plain))
            .allowMissingFields(true)
            .allowExtraFields(true)
            .skipEmptyLines(true)
            .ofCsvRecord(plain)) {
      for (CsvRecord line : csv) {
        if (rows.isEmpty() && problems.isEmpty() && isHeading(line)) {
          continue;
        }
        if (problems.size() >= MOST_PROBLEMS || rows.size() >= MOST_ROWS) {
          problems.add("Reading stopped here: at most %,d rows at once.".formatted(MOST_ROWS));
          break;
        }
        read(line, rows, problems);
      }
    } catch (CsvParseException e) {
      problems.add("This is not a CSV file: a quotation mark or a field has no end.");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (rows.isEmpty() && problems.isEmpty()) {
      problems.add("There is no row. Write one rating a row: who is rated and who rates.");
    }
    return new PanelFile(rows, unique(rows, problems));
  }

  private static void read(CsvRecord line, List<PanelRow> rows, List<String> problems) {
    int number = Math.toIntExact(line.getStartingLineNumber());
    if (line.getFieldCount() != COLUMNS) {
      problems.add(
          "Row %d has %d columns. Give it five: subject name, subject mail, rater name, rater mail, source."
              .formatted(number, line.getFieldCount()));
      return;
    }
    String said = line.getField(4).strip();
    String source = SOURCES.get(said.toLowerCase(Locale.ROOT));
    PersonDraft subject = new PersonDraft(line.getField(0), line.getField(1));
    boolean own = "self".equals(source) && line.getField(3).isBlank();
    PersonDraft rater = own ? subject : new PersonDraft(line.getField(2), line.getField(3));
    List<String> found = check(subject, rater, source, said);
    found.stream().map(p -> "Row %d: %s".formatted(number, p)).forEach(problems::add);
    if (found.isEmpty() && source != null) {
      rows.add(new PanelRow(number, subject, rater, source));
    }
  }

  /** What is wrong with who rates whom; also used for a pair typed by hand. */
  static List<String> check(
      PersonDraft subject,
      PersonDraft rater,
      @org.jspecify.annotations.Nullable String source,
      String said) {
    List<String> found = new ArrayList<>();
    subject.problems().forEach(p -> found.add("Subject. " + p));
    if (!rater.equals(subject)) {
      rater.problems().forEach(p -> found.add("Rater. " + p));
    }
    if (source == null) {
      String shown = said.length() > 40 ? said.substring(0, 40) + "…" : said;
      found.add("“%s” is no source. Write self, boss, peer, report or other.".formatted(shown));
    } else if (found.isEmpty()
        && source.equals("self") != rater.mail().equalsIgnoreCase(subject.mail())) {
      found.add(
          source.equals("self")
              ? "A self rating needs the subject’s own address as rater."
              : "The rater is the subject. Write self as the source.");
    }
    return found;
  }

  private static List<String> unique(List<PanelRow> rows, List<String> problems) {
    List<String> all = new ArrayList<>(problems);
    Map<String, Integer> seen = new HashMap<>();
    for (PanelRow row : rows) {
      Integer before = seen.putIfAbsent(pair(row), row.number());
      if (before != null) {
        all.add("Row %d repeats row %d. Take one out.".formatted(row.number(), before));
      }
    }
    return all;
  }

  private static String pair(PanelRow row) {
    return (row.subject().mail() + "\n" + row.rater().mail()).toLowerCase(Locale.ROOT);
  }

  private static boolean isHeading(CsvRecord line) {
    return line.getFields().stream().anyMatch(f -> f.strip().equalsIgnoreCase("source"));
  }

  private static char separator(String text) {
    String first = text.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
    if (first.indexOf('\t') >= 0) {
      return '\t';
    }
    return first.indexOf(';') >= 0 ? ';' : ',';
  }
}
