package org.leadager.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadager.instruments.Instruments;
import org.leadager.instruments.InstrumentsFixture;
import org.leadager.platform.control.LocalCommand;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.TestDatabase;
import org.leadager.rounds.RoundFixture;

class ImportCommandTest {
  private static final TestDatabase SERVER = TestDatabase.fresh();
  private static final List<String> GOOD =
      List.of(
          "ratings",
          "lq2002.csv",
          "--instrument",
          "lq2002.json",
          "--subject",
          "company",
          "--rater",
          "soldier",
          "--as");

  @TempDir Path folder = Path.of("replaced by JUnit");

  private final String mail = UUID.randomUUID() + "@calder.example";
  private final ImportCommand command = command();

  @BeforeEach
  void somebodyIsThere() {
    UUID organisation = SERVER.organisation("Calder Ferries");
    SERVER
        .database()
        .change(
            organisation,
            dsl ->
                dsl.execute(
                    "insert into people.person (organisation_id, name, mail) values (?, 'T', ?)",
                    organisation,
                    mail));
  }

  @Test
  void aSetIsImportedOnceByItsCommand() throws IOException {
    LocalCommand.Result first = run(with(mail));
    assertThat(first.text()).startsWith("Imported: 49 subjects, 2042 raters, 22462 answers.");
    assertThat(first.exitCode()).isZero();
    LocalCommand.Result again = run(with(mail));
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.text()).contains("there already");
  }

  @Test
  void whatIsMissingOrUnknownIsSaid() throws IOException {
    assertThat(run(List.of()).text()).startsWith("Say what to import");
    assertThat(run(List.of("ratings", "lq2002.csv", "--as", mail)).text()).contains("--instrument");
    assertThat(run(with("nobody@calder.example")).text()).startsWith("Nobody here");
    assertThat(
            run(List.of("ratings", "none.csv", "--instrument", "lq2002.json", "--as", mail)).text())
        .isEqualTo("There is no file none.csv.");
    assertThat(run(List.of("ratings", "--colour", "red")).text()).contains("no option --colour");
  }

  @Test
  void columnsThatDoNotFitAreNamedWithTheirRow() throws IOException {
    LocalCommand.Result result =
        run(List.of("ratings", "lq2002.csv", "--instrument", "lq2002.json", "--as", mail));
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.text()).contains("Row 1: There is no column “subject”.");
  }

  private static List<String> with(String mail) {
    List<String> words = new ArrayList<>(GOOD);
    words.add(mail);
    return words;
  }

  private LocalCommand.Result run(List<String> words) throws IOException {
    Map<String, Path> files =
        Map.of("lq2002.csv", copy("lq2002.csv"), "lq2002.json", copy("lq2002.json"));
    return command.run(new LocalCommand.Request(words, files));
  }

  private Path copy(String name) throws IOException {
    try (InputStream in = ImportCommandTest.class.getResourceAsStream("/lq2002/" + name)) {
      return Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
    }
  }

  private static ImportCommand command() {
    Database database = SERVER.database();
    Instruments instruments = InstrumentsFixture.over(database);
    return new ImportCommand(
        database, instruments, new Imports(database, instruments, RoundFixture.imported(database)));
  }
}
