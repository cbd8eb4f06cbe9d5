package org.leadager.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;

/** Finds the wanted columns in the header and keeps of every line what stands in them. */
final class TableBuilder implements Lines {
  private final Options options;
  private List<String> header = List.of();
  private List<String> items = List.of();
  private int[] itemAt = {};
  private ItemResponses.Builder answers = new ItemResponses.Builder(List.of());
  private Label subjects = Label.NONE;
  private Label raters = Label.NONE;
  private Label sources = Label.NONE;
  private Label groups = Label.NONE;
  private int rows;
  private int shortLines;
  private int withoutSubject;
  private int withoutRater;
  private int withoutGroup;

  /**
   * A column of names; {@code at} is negative where none was asked for.
   *
   * @param at place in the header
   * @param groups the names so far
   */
  private record Label(int at, Grouping.Builder groups) {
    static final Label NONE = new Label(-1, new Grouping.Builder());

    boolean wanted() {
      return at >= 0;
    }

    /** What stands there; a dash where nothing was asked for. */
    String text(Line line) {
      return wanted() ? line.text(at) : "-";
    }

    Optional<Grouping> grouping() {
      return wanted() ? Optional.of(groups.build()) : Optional.empty();
    }
  }

  TableBuilder(Options options) {
    this.options = options;
  }

  @Override
  public void take(Line line) throws Problem {
    if (header.isEmpty()) {
      header(line);
    } else if (!line.blank()) {
      row(line);
    }
  }

  private void header(Line line) throws Problem {
    if (line.cells() > Line.MOST_CELLS || line.full()) {
      throw new Problem(
          "the first line has more than %,d columns or %,d letters: is the separator , ; or tab?"
              .formatted(Line.MOST_CELLS, Line.MOST_TEXT));
    }
    if (line.blank()) {
      return;
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int c = 0; c < line.cells(); c++) {
      String name = line.text(c);
      names.add(name);
      if (!name.isEmpty() && !seen.add(name)) {
        throw new Problem(
            "two columns are called \"%s\"; give each its own name"
                .formatted(AnswerText.shown(name)));
      }
    }
    header = List.copyOf(names);
    items = Options.columns(options.one().getOrDefault("items", ""), header);
    itemAt = items.stream().mapToInt(header::indexOf).toArray();
    answers = new ItemResponses.Builder(items);
    subjects = label("subject");
    raters = label("rater");
    sources = label("source");
    groups = label("group");
    if (subjects.at == raters.at) {
      throw new Problem("--subject and --rater name the same column");
    }
  }

  private Label label(String option) throws Problem {
    Optional<String> name = options.optional(option);
    if (name.isEmpty()) {
      return Label.NONE;
    }
    if (items.contains(name.get())) {
      throw new Problem(
          "--%s names %s, which is among the items; leave it out of --items"
              .formatted(option, name.get()));
    }
    return new Label(Options.require(name.get(), header), new Grouping.Builder());
  }

  private void row(Line line) throws Problem {
    if (line.cells() > header.size() || line.full()) {
      throw new Problem(
          "line %d has %s; the first line has %d cells"
              .formatted(
                  line.number(),
                  line.full() ? "millions of letters" : line.cells() + " cells",
                  header.size()));
    }
    String subject = line.text(subjects.at);
    String rater = raters.text(line);
    String group = groups.text(line);
    if (subject.isEmpty() || rater.isEmpty() || group.isEmpty()) {
      countLeftOut(subject, rater);
      return;
    }
    shortLines += line.cells() < header.size() ? 1 : 0;
    for (int i = 0; i < itemAt.length; i++) {
      answer(line, i);
    }
    subjects.groups.add(subject);
    if (raters.wanted()) {
      raters.groups.add(rater);
    }
    if (sources.wanted()) {
      sources.groups.add(line.text(sources.at));
    }
    if (groups.wanted()) {
      groups.groups.add(group);
    }
    rows++;
  }

  /** Each row once, by the first name that it lacks. */
  private void countLeftOut(String subject, String rater) {
    if (subject.isEmpty()) {
      withoutSubject++;
    } else if (rater.isEmpty()) {
      withoutRater++;
    } else {
      withoutGroup++;
    }
  }

  private void answer(Line line, int item) throws Problem {
    try {
      answers.add(item, AnswerText.read(line, itemAt[item]));
    } catch (Problem e) {
      throw new Problem(
          "column %s, line %d: %s".formatted(items.get(item), line.number(), e.getMessage()));
    } catch (IllegalArgumentException e) {
      throw new Problem(e.getMessage() + "; leave it out of --items");
    }
  }

  Table table(List<String> before) throws Problem {
    if (header.isEmpty()) {
      throw new Problem("the table is empty: its first line must name the columns");
    }
    List<String> warnings = new ArrayList<>(before);
    count(warnings, withoutSubject, "no subject: left out");
    count(warnings, withoutRater, "no rater: left out");
    count(warnings, withoutGroup, "no group: left out");
    count(warnings, shortLines, "fewer cells than the first line; what is missing is no answer");
    if (rows == 0) {
      throw new Problem(
          "the table has no row with a subject%s%s below its first line"
              .formatted(
                  raters.wanted() ? " and a rater" : "", groups.wanted() ? " and a group" : ""));
    }
    return new Table(
        header,
        answers.build(),
        subjects.groups.build(),
        raters.grouping(),
        sources.grouping(),
        groups.grouping(),
        warnings);
  }

  private static void count(List<String> warnings, int rows, String what) {
    if (rows > 0) {
      warnings.add("%s %s.".formatted(Words.count(rows, "row has", "rows have"), what));
    }
  }
}
