package org.leadager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code analyse} makes of tables and requests that are not as they should be: either one line
 * that says what to do, and nothing written; or a result with the warning on top, in result.json
 * and in report.html.
 */
class BadInputTest {
  private static final String ASKED = "--subject who --items a..c";
  private static final String CROSSED = ASKED + " --rater by --model pcm --facets";

  private static final String GROUPS = ASKED + " --group by --no-dif";
  private static final String ONE = "--subject who --items a --rater by --facets";
  private static final String TWO = "x,new,1,2,3\nx,new,2,2,3\n";

  @TempDir Path dir;

  /** A table (or what stands in its place), what is asked of it, what must be said. */
  record Case(String name, String table, Charset letters, String asked, String said) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case bad(String name, String table, String said) {
    return bad(name, table, ASKED, said);
  }

  private static Case bad(String name, String table, String asked, String said) {
    return new Case(name, table, StandardCharsets.UTF_8, asked, said);
  }

  /** Sixty forms about twenty subjects by six raters, with answers 1 to 3 that hang together. */
  private static String good() {
    return "who,by,a,b,c\n"
        + IntStream.range(0, 60)
            .mapToObj(r ->
                "s%d,r%d,%d,%d,%d"
                    .formatted(r / 3, (r + r / 6) % 6, answer(r, 2), answer(r, 3), answer(r, 5)))
            .reduce("", (lines, line) -> lines + line + "\n");
  }

  private static int answer(int row, int item) {
    return Math.clamp(1 + row / 20 + (row * (item + 2)) % 5 / 2 - 1, 1, 3);
  }

  /** The good table with a cell of its first row put in another's place. */
  private static String with(int column, String cell) {
    String first = good().lines().skip(1).findFirst().orElseThrow();
    String[] cells = first.split(",", -1);
    cells[column] = cell;
    return good().replace(first, String.join(",", cells));
  }

  private static String column(int column, String cell) {
    StringBuilder table = new StringBuilder();
    for (String line : good().lines().toList()) {
      String[] cells = line.split(",", -1);
      cells[column] = table.isEmpty() ? cells[column] : cell;
      table.append(String.join(",", cells)).append('\n');
    }
    return table.toString();
  }

  private static String rows(int n) {
    return good().lines().limit(n + 1).reduce("", (a, b) -> a + b + "\n");
  }

  static Stream<Case> refused() {
    return Stream.of(
        bad("an empty file", "", "the table is empty"),
        bad("blank lines only", "\n\n  \n", "the table is empty"),
        bad("a header and nothing below", "who,by,a,b,c\n", "no row with a subject"),
        bad("one row", rows(1), "At least 3 rows are needed"),
        bad("two rows", rows(2), "At least 3 rows are needed"),
        bad("one answer everywhere", "who,a,b,c\n" + "x,1,1,1\n".repeat(9), "Fewer than 2 items"),
        bad("no answers at all", "who,a,b,c\n" + "x,,NA,-\n".repeat(9), "Fewer than 2 items"),
        bad("300 categories", many(300), "a has more than 100 categories"),
        bad("a huge answer", with(2, "1e18"), "column a, line 2: \"1e18\" is too large"),
        bad("infinity", with(2, "Inf"), "\"Inf\" is not a number; leave a cell empty"),
        bad("words", with(3, "often"), "column b, line 2: \"often\" is not a number"),
        bad("a number for programmers", with(2, "0x1p3"), "\"0x1p3\" is not a number"),
        bad("a decimal comma", with(2, "\"2,5\""), "write decimals with a point"),
        bad("a line that is too long", good() + "x,r1,1,2,3,4\n", "line 62 has 6 cells"),
        bad("a quote that never ends", good() + "\"x,r1,1,2,3\n".repeat(90_000), "never closed"),
        bad("two columns of one name", good().replace("by", "a"), "two columns are called \"a\""),
        bad("no such column", good(), ASKED + "x", "there is no column \"cx\""),
        bad("no subject anywhere", column(0, ""), "no row with a subject"),
        bad("a subject that is an item", good(), "--subject a --items a..c", "among the items"),
        bad("a rater that is the subject", good(), ASKED + " --rater who", "the same column"),
        bad("an item twice", good(), "--subject who --items a,b,a", "a column is named twice"),
        bad("a range that runs backwards", good(), "--subject who --items c..a", "runs backwards"),
        bad("reversing what is no item", good(), ASKED + " --reverse by", "not among the items"),
        bad("a dimension without items", good(), ASKED + " --dimension x=a..b", "no dimension"),
        bad("an option twice", good(), ASKED + " --items a..b", "--items is given twice"),
        bad("a model for two answers", good(), ASKED + " --model 2pl", "exactly two answers"),
        bad("facets with one subject", column(0, "s"), CROSSED, "Without --facets you get"),
        bad("too many columns", "who" + ",x".repeat(1_000_000) + "\n", "more than 5,000 columns"),
        bad("a nameless rater only", column(1, ""), CROSSED, "a subject and a rater"),
        bad("an archive", "PK\u0003\u0004", "name a spreadsheet .xlsx"),
        bad("no text", "who,a\0b\n", "this is not text"),
        new Case(
            "letters of another age",
            good().replace("s1", "Müller"),
            StandardCharsets.ISO_8859_1,
            ASKED,
            "not UTF-8"));
  }

  static Stream<Case> refusedGroups() {
    return Stream.of(
        bad("a group that is an item", good(), ASKED + " --group a", "among the items"),
        bad("one group only", column(1, "x"), ASKED + " --group by", "all rows belong to \"x\""),
        bad("no group anywhere", column(1, ""), ASKED + " --group by", "a subject and a group"),
        bad(
            "a group of two",
            good() + TWO,
            ASKED + " --group by",
            "Group new needs at least 3 rows"),
        bad(
            "an item that is called like another in a group",
            good().replace("a,b,c", "a,a [r1],c"),
            ASKED + " --group by",
            "\"a [r1]\" would also be the name of a"),
        bad("groups by one item", good(), ONE + " --group by", "by several items"),
        bad("no groups to compare", good(), ASKED + " --no-dif", "give --group too"));
  }

  private static String many(int categories) {
    return "who,a,b,c\n"
        + IntStream.range(0, categories)
            .mapToObj(i -> "x," + i + ",1,2\n")
            .reduce("", String::concat);
  }

  @ParameterizedTest
  @MethodSource({"refused", "refusedGroups"})
  void isRefusedInOneLineThatSaysWhatToDo(Case one) throws IOException {
    Path file = dir.resolve("table.csv");
    Files.writeString(file, one.table, one.letters);
    String said = analysed(1, file, dir.resolve("out"), one.asked);
    assertThat(said.lines().toList()).hasSize(1);
    assertThat(said).startsWith("leadager analyse: ").contains(one.said).hasSizeLessThan(400);
    assertThat(dir.resolve("out").resolve("result.json")).doesNotExist();
  }

  static Stream<Case> flagged() {
    return Stream.of(
        bad("a constant item", column(2, "2"), "a has one answer only and was left out"),
        bad("an item without answers", column(2, "n/a"), "a has no answers and was left out"),
        bad("a code for no answer", with(2, "99"), "a: the answer 99 lies far from the others"),
        bad("the same below", with(2, "-99"), "a: the answer -99 lies far from the others"),
        bad("half points", with(2, "1.5"), "not whole numbers"),
        bad("a category that nobody chose", column(2, "5") + "s,r,1,1,1\n", "nobody chose"),
        bad("a row without a subject", with(0, " "), "1 row has no subject: left out"),
        bad("a row without a rater", with(1, ""), CROSSED, "1 row has no rater"),
        bad("a row without a group", with(1, ""), GROUPS, "1 row has no group"),
        bad("groups that part", parted(), ASKED + " --group who", "Groups were not compared"),
        bad("a row without answers", good() + "x,r1,,NaN,.\n", "1 row has no answer at all"),
        bad("a line that is too short", good() + "x,r1,2\n", "1 row has fewer cells"),
        bad(
            "a pair twice",
            good() + rows(1).split("\n", -1)[1],
            CROSSED,
            "1 row repeats a subject"),
        bad("a rater with one answer", good() + "s0,new,2,,\n", CROSSED, "fewer than 5 answers"),
        bad("a rater without variety", good() + "s0,new,1,1,1\n", CROSSED, "no finite severity"),
        bad("raters without a link", good() + island(), CROSSED, "2 sets without a shared subject"),
        bad("answers that part people", parted(), "Do not use them"));
  }

  /** Four subjects and two raters who have nothing to do with the others. */
  private static String island() {
    return "t1,q1,1,2,3\nt1,q2,2,2,3\nt2,q1,1,1,2\nt2,q2,1,3,2\n";
  }

  private static String parted() {
    return "who,a,b,c\n" + "x,1,1,1\n".repeat(20) + "y,2,2,2\n".repeat(20);
  }

  @ParameterizedTest
  @MethodSource("flagged")
  void isAnalysedWithAWarningThatCannotBeMissed(Case one) throws IOException {
    Path file = dir.resolve("table.csv");
    Files.writeString(file, one.table, one.letters);
    Path out = dir.resolve("out");
    String said = analysed(0, file, out, one.asked);
    assertThat(said).startsWith("! ").contains(one.said);
    assertThat(
            JsonMapper.builder()
                .build()
                .readTree(Files.readString(out.resolve("result.json")))
                .at("/model/warnings")
                .toString())
        .contains(one.said);
    String page = Files.readString(out.resolve("report.html"));
    assertThat(page.indexOf(one.said)).isBetween(0, page.indexOf("<h2>"));
  }

  static Stream<Case> harmless() {
    String bom = "\ufeff";
    return Stream.of(
        bad("a byte-order mark", bom + good(), ""),
        bad("semicolons", good().replace(",", ";"), ""),
        bad("tabs", good().replace(",", "\t"), ""),
        bad("line ends of Windows", good().replace("\n", "\r\n"), ""),
        bad("quotes and breaks in a name", with(0, "\"He said \"\"so\"\",\nand went\""), ""),
        bad("nameless columns at the end", good().replace("\n", ",,\n"), ""),
        bad("blank lines", good().replace("\n", "\n\n"), ""),
        bad("answers below zero", with(2, "0"), ""),
        bad("only one subject", column(0, "s"), ""),
        new Case("UTF-16", bom + good(), StandardCharsets.UTF_16LE, ASKED, ""));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void isReadAsItWasMeant(Case one) throws IOException {
    Path file = dir.resolve("table.csv");
    Files.writeString(file, one.table, one.letters);
    assertThat(analysed(0, file, dir.resolve("out"), one.asked)).contains("Forms").contains(" 60");
  }

  private String analysed(int code, Path file, Path out, String asked) {
    List<String> args = new ArrayList<>(List.of("analyse", file.toString()));
    args.addAll(List.of(asked.split(" ", -1)));
    args.addAll(List.of("--out", out.toString()));
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    assertThat(Main.run(args, stream, stream))
        .as(said.toString(StandardCharsets.UTF_8))
        .isEqualTo(code);
    return said.toString(StandardCharsets.UTF_8);
  }
}
