package org.leadager.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadager.instruments.Instruments;
import org.leadager.instruments.InstrumentsFixture;
import org.leadager.instruments.Parsed;
import org.leadager.platform.db.Database;
import org.leadager.platform.db.TestDatabase;
import org.leadager.rounds.Outcome;
import org.leadager.rounds.RoundFixture;
import org.leadager.rounds.Rounds;

class RatingsImportTest {
  private static final Columns COLUMNS = new Columns("company", "soldier", "source");
  private static TestDatabase server = TestDatabase.fresh();
  private static Parsed.Valid instrument;
  private static String csv;

  @TempDir Path folder = Path.of("replaced by JUnit");

  private Imports imports = open();
  private UUID organisation = UUID.randomUUID();

  @BeforeAll
  static void read() throws IOException {
    csv = new String(resource("lq2002.csv"), StandardCharsets.UTF_8);
    instrument =
        (Parsed.Valid) InstrumentsFixture.over(server.database()).parse(resource("lq2002.json"));
  }

  @BeforeEach
  void found() {
    organisation = server.organisation("House of " + UUID.randomUUID());
  }

  @Test
  void aRealSetBecomesAClosedRoundWithEveryAnswer() throws IOException {
    Imports.Result.Done done = (Imports.Result.Done) bring(bytes(csv));
    assertThat(done.subjects()).isEqualTo(49);
    assertThat(done.raters()).isEqualTo(2042);
    assertThat(done.ratings()).isEqualTo(2042 * 11);
    assertThat(count("select count(*) from rounds.round where state = 'closed'")).isEqualTo(1);
    assertThat(count("select count(*) from answers.form where state = 'submitted'"))
        .isEqualTo(2042);
    long scored =
        server
            .database()
            .read(
                organisation,
                dsl ->
                    dsl.fetchSingle(
                            "select count(*) from rounds.subject s, answers.for_scoring(s.id)")
                        .get(0, Long.class));
    assertThat(scored).isEqualTo(2042 * 11);
  }

  @Test
  void aBroughtRoundIsLoggedAndAsksForScoresOnceHoweverOftenItIsBrought() throws IOException {
    UUID round = ((Imports.Result.Done) bring(bytes(csv))).round();
    bring(bytes(csv));
    Rounds rounds = RoundFixture.rounds(server.database());
    assertThat(rounds.logIsWhole(organisation, round)).isTrue();
    assertThat(rounds.close(organisation, UUID.randomUUID(), round)).isEqualTo(new Outcome.Done());
    assertThat(events("select event from rounds.log_entry order by number"))
        .containsExactly("imported", "closed");
    assertThat(
            events(
                "select kind || ' ' || (payload ->> 'roundId') from platform.outbox"
                    + " where organisation_id = platform.current_organisation()"))
        .containsExactly("RoundClosed " + round);
  }

  @Test
  void theNumberOfStatementsDoesNotGrowWithTheFile() throws IOException {
    String few = csv.lines().limit(3).collect(java.util.stream.Collectors.joining("\n"));
    int small = server.queries().during(() -> bringAnyhow(few));
    int whole = server.queries().during(() -> bringAnyhow(csv));
    assertThat(whole).as("two lots of answers instead of one").isLessThanOrEqualTo(small + 3);
  }

  private void bringAnyhow(String content) {
    try {
      assertThat(bring(bytes(content))).isInstanceOf(Imports.Result.Done.class);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> events(String query) {
    return server.database().read(organisation, dsl -> dsl.fetch(query).getValues(0, String.class));
  }

  @Test
  void theSameContentTwiceIsRefusedInWhateverOrderAndLineEnds() throws IOException {
    Imports.Result.Done done = (Imports.Result.Done) bring(bytes(csv));
    List<String> lines = csv.lines().toList();
    String turned =
        "\uFEFF"
            + lines.getFirst()
            + "\r\n"
            + String.join("\r\n", lines.subList(1, 2043).reversed());
    assertThat(bring(bytes(turned))).isEqualTo(new Imports.Result.There(done.round()));
    assertThat(count("select count(*) from rounds.round")).isEqualTo(1);
  }

  @Test
  void answersOutOfRangeAreRefusedWithTheirRows() throws IOException {
    String broken =
        csv.replaceFirst("2,1,2,2,", "2,1,2,6,").replaceFirst("\n2,2,4,4,", "\n2,2,4,x,");
    assertThat(refused(bytes(broken))).extracting(RowProblem::row).containsExactly(2L, 3L);
  }

  @Test
  void aPairThatComesTwiceIsRefusedWithBothRows() throws IOException {
    List<RowProblem> problems = refused(bytes(csv + csv.lines().skip(1).findFirst().orElseThrow()));
    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().row()).isEqualTo(2044);
    assertThat(problems.getFirst().message()).contains("row 2");
  }

  @Test
  void wrongColumnsAreRefused() throws IOException {
    assertThat(refused(bytes(csv.replace("LEAD03", "LEAD99"))))
        .extracting(RowProblem::message)
        .anyMatch(m -> m.contains("LEAD03"))
        .anyMatch(m -> m.contains("LEAD99"));
    assertThat(refused(bytes(csv.replaceFirst("LEAD02", "LEAD01")))).isNotEmpty();
  }

  @Test
  void mixedEncodingsAreRefusedWithTheRow() throws IOException {
    String named = csv.replaceFirst("\n2,1,", "\nZoë,1,").replaceFirst("\n2,2,", "\n@@,2,");
    byte[] mixed = bytes(named);
    for (int i = 0; i < mixed.length - 1; i++) {
      if (mixed[i] == '@') {
        mixed[i] = (byte) 0xEB;
        mixed[i + 1] = 'e';
        break;
      }
    }
    assertThat(refused(mixed)).extracting(RowProblem::message).first().asString().contains("UTF-8");
    assertThat(refused(csv.getBytes(StandardCharsets.UTF_16))).hasSize(1);
  }

  @Test
  void fiftyMegabytesOfRubbishAreRefused() throws IOException {
    byte[] rubbish = new byte[50 << 20];
    new Random(1).nextBytes(rubbish);
    assertThat(refused(rubbish)).isNotEmpty();
    for (int i = 0; i < rubbish.length; i++) {
      rubbish[i] = (byte) "ab,c\"d\n".charAt(Math.floorMod(rubbish[i], 7));
    }
    assertThat(refused(rubbish)).hasSizeBetween(1, 50);
    java.util.Arrays.fill(rubbish, (byte) 'x');
    assertThat(refused(rubbish)).hasSize(1);
  }

  @Test
  void onlyTheFirstFiftyProblemsAreNamed() throws IOException {
    assertThat(refused(bytes(csv.replace(",5", ",9")))).hasSize(50);
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    assertThat(refused(new byte[0])).hasSize(1);
    assertThat(refused(bytes(csv.lines().findFirst().orElseThrow()))).hasSize(1);
  }

  private List<RowProblem> refused(byte[] content) throws IOException {
    if (bring(content) instanceof Imports.Result.Refused refused) {
      assertThat(count("select count(*) from rounds.round")).isZero();
      assertThat(count("select count(*) from people.person")).isZero();
      assertThat(count("select count(*) from instruments.instrument")).isZero();
      return refused.problems();
    }
    return fail("should have been refused");
  }

  private Imports.Result bring(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("ratings.csv"), content);
    return imports.ratings(
        organisation,
        UUID.randomUUID(),
        new Imports.Request("Companies", file, instrument, COLUMNS));
  }

  private long count(String query) {
    return server.database().read(organisation, dsl -> dsl.fetchSingle(query).get(0, Long.class));
  }

  private static Imports open() {
    Database database = server.database();
    Instruments instruments = InstrumentsFixture.over(database);
    return new Imports(database, instruments, RoundFixture.imported(database));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = RatingsImportTest.class.getResourceAsStream("/lq2002/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
