package org.leadager.engine.crossed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.leadager.engine.Reference;
import org.leadager.engine.data.Grouping;

/** Students rate lecturers; see SOURCE.md beside the data. */
final class Insteval {
  private static final List<String[]> LINES = lines();

  private Insteval() {}

  static CrossedRatings all() {
    return of(LINES);
  }

  /** The ratings by the first students of the file. */
  static CrossedRatings firstStudents(int students) {
    List<String> chosen = LINES.stream().map(l -> l[0]).distinct().limit(students).toList();
    return of(LINES.stream().filter(line -> chosen.contains(line[0])).toList());
  }

  /** The same with a fixed effect of the course being given for another department. */
  static CrossedRatings firstStudentsByService(int students) {
    List<String> chosen = LINES.stream().map(l -> l[0]).distinct().limit(students).toList();
    List<String[]> lines = LINES.stream().filter(line -> chosen.contains(line[0])).toList();
    return of(lines)
        .groupedBy(Grouping.of(lines.stream().map(line -> "service " + line[3]).toList()));
  }

  static CrossedRatings allByService() {
    return all().groupedBy(Grouping.of(LINES.stream().map(line -> "service " + line[3]).toList()));
  }

  private static CrossedRatings of(List<String[]> lines) {
    return CrossedRatings.of(
        lines.stream().mapToDouble(line -> Double.parseDouble(line[4])).toArray(),
        Grouping.of(lines.stream().map(line -> line[0]).toList()),
        Grouping.of(lines.stream().map(line -> line[1]).toList()));
  }

  private static List<String[]> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(
                        Reference.class.getResourceAsStream("/reference/insteval.csv.gz"))),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
