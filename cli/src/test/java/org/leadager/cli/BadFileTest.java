package org.leadager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders that are not what they should be, and how much memory it takes to say so. */
class BadFileTest {
  @TempDir Path dir;

  private String said(int code, Path file, Path out) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    int exit = Main.run(arguments(file, out), stream, stream);
    assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isEqualTo(code);
    return said.toString(StandardCharsets.UTF_8);
  }

  private static List<String> arguments(Path file, Path out) {
    return List.of(
        "analyse", file.toString(), "--subject", "who", "--items", "a..c", "--out", out.toString());
  }

  private String refused(Path file) {
    String said = said(1, file, dir.resolve("out"));
    assertThat(said.lines().toList()).hasSize(1);
    return said;
  }

  private Path sheet(Consumer<Workbook> content) throws IOException {
    Path file = dir.resolve("table.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "test", "1.0")) {
      content.accept(book);
    }
    return file;
  }

  private static Worksheet good(Workbook book, String name) {
    Worksheet page = book.newWorksheet(name);
    List<String> heads = List.of("who", "a", "b", "c");
    for (int c = 0; c < 4; c++) {
      page.value(0, c, heads.get(c));
      for (int r = 1; r <= 40; r++) {
        page.value(r, c, c == 0 ? r / 4 : Math.clamp(r / 14 + r * (c + 2) % 5 / 3, 1, 3));
      }
    }
    return page;
  }

  @Test
  void aFolderAndNothingAreNoTables() {
    assertThat(refused(dir)).contains("is a folder");
    assertThat(refused(dir.resolve("none.csv"))).contains("there is no file");
  }

  @Test
  void onlyAQuoteThatIsNeverClosedIsAFault() throws IOException {
    Path file = dir.resolve("quoted.csv");
    String rows = "s1,1,2,3\ns1,2,3,1\ns2,3,1,2\ns2,2,2,3\n".repeat(10) + "s3,3,3,\"3\"";
    for (String end : List.of("", "\n", "\r\n \r\n")) {
      Files.writeString(file, "who,a,b,c\n" + rows + end);
      assertThat(said(0, file, dir.resolve("out"))).doesNotContain("never closed");
    }
    Files.writeString(file, "who,a,b,c\n" + rows + "\n\"s4,1,2,3\ns5,1,2,3\n");
    assertThat(refused(file)).contains("in the row of line 43 is never closed");
  }

  @Test
  void sheetsThatAreNoneAreNamed() throws IOException {
    Path file = dir.resolve("table.xlsx");
    Files.writeString(file, "who,a,b,c\n");
    assertThat(refused(file)).contains("this is no .xlsx spreadsheet");
    Files.write(file, new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0, 0, 0});
    assertThat(refused(file)).contains("a password or in the old .xls format");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("letter.txt"));
    }
    assertThat(refused(file)).contains("damaged or no .xlsx");
    assertThat(refused(sheet(book -> book.newWorksheet("empty")))).contains("the table is empty");
  }

  @Test
  void datesAndFormulasWithoutAValueAreNoAnswers() throws IOException {
    Path dated =
        sheet(book -> {
          Worksheet page = good(book, "ratings");
          page.value(3, 2, LocalDate.of(2026, 5, 1));
          page.style(3, 2).format("yyyy-MM-dd").set();
        });
    assertThat(refused(dated)).contains("column b, line 4: \"2026-05-01\"").contains("a date");
    Path computed = sheet(book -> good(book, "ratings").formula(3, 2, "A1+1"));
    assertThat(refused(computed)).contains("\"=A1+1\"").contains("save it");
  }

  @Test
  void hiddenSheetsAreLeftAloneAndMergedCellsHoldTheirNameOnce() throws IOException {
    Path file =
        sheet(book -> {
          book.newWorksheet("notes").setVisibilityState(VisibilityState.HIDDEN);
          Worksheet page = good(book, "ratings");
          page.value(6, 0, "");
          page.range(5, 0, 6, 0).merge();
          book.newWorksheet("more").value(0, 0, "x");
        });
    assertThat(said(0, file, dir.resolve("out")))
        .contains("Only the first of 2 sheets was read: ratings.")
        .contains("1 row has no subject");
  }

  @Test
  void whereResultsCannotGoIsSaidBeforeAnyWork() throws IOException {
    Path file = sheet(book -> good(book, "ratings"));
    Path taken = Files.writeString(dir.resolve("taken"), "a letter");
    assertThat(said(1, file, taken)).contains("is a file: name a folder with --out");
    assertThat(said(1, file, taken.resolve("below"))).contains("cannot write into");
    assertThat(Files.readString(taken)).isEqualTo("a letter");
  }

  @Test
  void resultsTakeTheOldOnesPlaceWhenTheyAreWholeAndLeaveNothingElse() throws IOException {
    Path out = Files.createDirectories(dir.resolve("out"));
    Files.writeString(out.resolve("result.json"), "old");
    Files.writeString(out.resolve("mine.txt"), "mine");
    said(0, sheet(book -> good(book, "ratings")), out);
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "items.csv", "mine.txt", "raters.csv", "report.html", "result.json", "subjects.csv");
    }
    assertThat(Files.readString(out.resolve("result.json"))).startsWith("{");
  }

  /** In a program of its own that may use 256 MB. */
  private String refusedInLittleMemory(Path file) throws IOException, InterruptedException {
    List<String> command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()),
                arguments(file, dir.resolve("out")).stream())
            .toList();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isEqualTo(1);
    List<String> lines = said.lines().filter(l -> !l.contains(" … ")).toList();
    assertThat(lines).hasSize(1);
    return lines.getFirst();
  }

  @Test
  void aMillionColumnsTakeLittleMemory() throws Exception {
    Path wide = Files.writeString(dir.resolve("wide.csv"), "who" + ",x".repeat(1_000_000) + "\n");
    assertThat(refusedInLittleMemory(wide)).contains("more than 5,000 columns");
  }

  @Test
  void aLineOfTwoGigabytesTakesLittleMemory() throws Exception {
    Path endless = Files.writeString(dir.resolve("endless.csv"), "a".repeat(100_000));
    try (RandomAccessFile file = new RandomAccessFile(endless.toFile(), "rw")) {
      file.setLength(1L << 31); // a hole, which takes no room on the disk
    }
    assertThat(refusedInLittleMemory(endless)).contains("more than a million characters");
  }

  @Test
  void aSheetThatUnfoldsWithoutEndTakesLittleMemory() throws Exception {
    Path bomb = dir.resolve("bomb.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      for (int i = 0; i < 400; i++) {
        zip.write(new byte[1 << 20]);
      }
    }
    assertThat(Files.size(bomb)).isLessThan(1 << 20);
    assertThat(refusedInLittleMemory(bomb)).contains("unfolds to far more");
  }
}
