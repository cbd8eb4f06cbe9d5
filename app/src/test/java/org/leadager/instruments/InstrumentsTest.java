package org.leadager.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leadager.instruments.Instrument.Group;
import org.leadager.instruments.Instrument.Item;
import org.leadager.instruments.Instrument.Kind;
import org.leadager.instruments.Instrument.Lean;

class InstrumentsTest {
  private static final Instruments INSTRUMENTS = new Instruments(new MemoryStore());

  @Test
  void leadagerHasTwoAxesEighteenCompetencesAndThreeForms() {
    Instrument leadager = INSTRUMENTS.leadager();
    assertThat(leadager.axes()).extracting(Instrument.Axis::code).containsExactly("M", "L");
    assertThat(leadager.competences()).hasSize(18);
    assertThat(leadager.forms()).extracting(f -> f.items().size()).containsExactly(72, 36, 18);
    assertThat(leadager.competences().get(17).weights()).containsExactly(.55, .55);
    assertThat(leadager.competences().get(0).lean()).isEqualTo(Lean.DOWN);
    assertThat(leadager.hasNeed()).isTrue();
    assertThat(leadager.contentHash()).hasSize(64);
  }

  @Test
  void dayOnePriorsAreReadAsWritten() {
    Instrument leadager = INSTRUMENTS.leadager();
    Parameters p = Objects.requireNonNull(leadager.parameters());
    assertThat(p.thresholds().centre()).containsExactly(-3.9, -2.65, -1.4, 0.0, 1.75);
    assertThat(p.haloVariance()).containsEntry("boss", .9).containsEntry("reports", 2.0);
    assertThat(p.slopes().of(leadager.items().get(0)).median()).isEqualTo(1.5);
    assertThat(p.slopes().of(leadager.items().get(3)).median()).isEqualTo(1.05);
    assertThat(p.provisional()).isTrue();
  }

  @Test
  void aMissingLanguageFallsBackToTheOriginal() {
    Wording wording = INSTRUMENTS.leadager().wording();
    assertThat(wording.in(Locale.UK).language()).isEqualTo("en");
    assertThat(wording.in(Locale.JAPAN).item("L6.1"))
        .isEqualTo("Admits it when they have been wrong.");
  }

  @Test
  void theStemChangesOnlyItsSubjectWithTheSource() {
    var texts = INSTRUMENTS.leadager().wording().original();
    assertThat(texts.stemFor("peers"))
        .isEqualTo("Think of the times it was called for. This person …");
    assertThat(texts.stemFor("self"))
        .isEqualTo("Think of the times it was called for. This person (you) …");
  }

  @Test
  void workConditionsHasNoAxesAndItsBands() {
    Instrument conditions = INSTRUMENTS.workConditions();
    assertThat(conditions.kind()).isEqualTo(Kind.CONDITIONS);
    assertThat(conditions.axes()).isEmpty();
    assertThat(conditions.bands()).isEqualTo(new Instrument.Bands(3, 4));
    assertThat(conditions.items()).filteredOn(Item::reversed).hasSize(1);
    assertThat(conditions.items()).filteredOn(Item::act).hasSize(4);
  }

  @Test
  void somebodyElsesInstrumentIsReadFromOneFile() throws IOException {
    Instrument lq = valid(lq2002());
    assertThat(lq.items()).hasSize(11);
    assertThat(lq.scale()).isEqualTo(new Instrument.Scale(5, false));
    assertThat(lq.wording().original().axis("NCO")).isEqualTo("Non-commissioned officers");
    assertThat(lq.items().get(0).weights()).containsExactly(1.0, 0.0);
    assertThat(lq.items().get(1).weights()).containsExactly(0.0, 1.0);
    assertThat(lq.items().get(2).weights()).containsExactly(.55, .55);
    assertThat(lq.source("soldiers").orElseThrow().group()).isEqualTo(Group.OTHERS);
    assertThat(lq.forms()).extracting(Instrument.Form::code).containsExactly("all");
    assertThat(lq.parameters()).isNull();
    assertThat(lq.hasNeed()).isFalse();
  }

  @Test
  void theHashDependsOnTheContentAndNotOnItsLayout() throws IOException {
    String text = new String(lq2002(), StandardCharsets.UTF_8);
    String hash = valid(lq2002()).contentHash();
    assertThat(valid(bytes(text.replace("\n", " "))).contentHash()).isEqualTo(hash);
    assertThat(valid(bytes(text.replace("Officers", "The officers"))).contentHash())
        .isNotEqualTo(hash);
  }

  @Test
  void theCanonicalDefinitionGivesTheSameInstrumentAgain() throws IOException {
    Parsed.Valid parsed = (Parsed.Valid) INSTRUMENTS.parse(lq2002());
    assertThat(valid(bytes(parsed.definition()))).isEqualTo(parsed.instrument());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"points\": 5|\"points\": 11|$.framework.scale.points",
        "\"points\": 5|\"points\": \"5\"|$.framework.scale.points",
        "\"code\": \"LEAD02\"|\"code\": \"LEAD01\"|$.items",
        "\"group\": \"others\"|\"group\": \"cousins\"|$.framework.sources[0].group",
        "\"code\": \"NCO\"|\"code\": \"NCX\"|$.items[1].axes",
        "\"kind\": \"agreement\"|\"kind\": \"frequency\", \"colour\": 1|$.framework",
        "\"LEAD03\": \"|\"LEAD33\": \"|$.texts.en.items.LEAD03",
        "\"name\": \"Officers\"|\"name\": \"\"|$.texts.en.axes.OFF.name",
        "\"en\": {|\"fr\": {|$.texts",
      })
  void aMistakeIsNamedWithItsPlace(String from, String to, String path) throws IOException {
    String text = new String(lq2002(), StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    assertThat(problems(bytes(text.replace(from, to)))).extracting(Problem::path).contains(path);
  }

  @Test
  void severalMistakesAreAllNamed() throws IOException {
    String text =
        new String(lq2002(), StandardCharsets.UTF_8)
            .replace("\"points\": 5", "\"points\": 50")
            .replace("\"group\": \"others\"", "\"group\": 3");
    assertThat(problems(bytes(text))).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void hostileFilesAreRefusedPlainly() {
    assertThat(first(new byte[1_000_001])).isEqualTo("is larger than 1 MB");
    assertThat(first(new byte[] {(byte) 0xff, (byte) 0xfe})).isEqualTo("is not UTF-8 text");
    assertThat(first(bytes("{\"a\":\"\0\"}"))).isEqualTo("holds a NUL character");
    assertThat(first(bytes("[".repeat(400_000)))).startsWith("is not JSON we can read");
    assertThat(first(bytes("{\"items\":[],\"items\":[]}"))).startsWith("is not JSON we can read");
    assertThat(first(bytes(""))).isNotEmpty();
    assertThat(first(bytes("null"))).isEqualTo("must be an object");
    assertThat(first(bytes("{}"))).isNotEmpty();
    assertThat(first(bytes("1e999999999999999999999999999999999999999999999"))).isNotEmpty();
  }

  @Test
  void anEscapedControlCharacterInATextIsRefused() throws IOException {
    String text = new String(lq2002(), StandardCharsets.UTF_8);
    assertThat(problems(bytes(text.replace("\"Officers\"", "\"Off\\u0000icers\""))))
        .containsExactly(new Problem("$.texts.en.axes.OFF.name", "holds a control character"));
  }

  @Test
  void aVersionOnceAddedNeverChanges() throws IOException {
    UUID organisation = new UUID(0, 1);
    String text = new String(lq2002(), StandardCharsets.UTF_8);
    var first = (Parsed.Valid) INSTRUMENTS.parse(lq2002());
    var other = (Parsed.Valid) INSTRUMENTS.parse(bytes(text.replace("Officers", "Leaders")));
    assertThat(INSTRUMENTS.add(organisation, first)).isEqualTo(Instruments.Added.NEW);
    assertThat(INSTRUMENTS.add(organisation, first)).isEqualTo(Instruments.Added.SAME);
    assertThat(INSTRUMENTS.add(organisation, other)).isEqualTo(Instruments.Added.TAKEN);
    assertThat(INSTRUMENTS.find(organisation, "lq2002", "1")).contains(first.instrument());
    assertThat(INSTRUMENTS.find(new UUID(0, 2), "lq2002", "1")).isEmpty();
  }

  private static String first(byte[] file) {
    return problems(file).getFirst().message();
  }

  private static List<Problem> problems(byte[] file) {
    return switch (INSTRUMENTS.parse(file)) {
      case Parsed.Invalid invalid -> invalid.problems();
      case Parsed.Valid valid -> throw new AssertionError("Read as " + valid.instrument().code());
    };
  }

  private static Instrument valid(byte[] file) {
    return switch (INSTRUMENTS.parse(file)) {
      case Parsed.Valid valid -> valid.instrument();
      case Parsed.Invalid invalid -> throw new AssertionError(invalid.problems());
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] lq2002() throws IOException {
    try (InputStream in = InstrumentsTest.class.getResourceAsStream("/lq2002/lq2002.json")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static final class MemoryStore implements InstrumentStore {
    private final Map<String, Instrument> kept = new TreeMap<>();

    @Override
    public Optional<Instrument> find(UUID organisation, String code, String version) {
      return Optional.ofNullable(kept.get(organisation + code + version));
    }

    @Override
    public List<Instrument> all(UUID organisation) {
      return List.copyOf(kept.values());
    }

    @Override
    public Optional<Instrument> add(UUID organisation, Instrument instrument, String definition) {
      return Optional.ofNullable(
          kept.putIfAbsent(organisation + instrument.code() + instrument.version(), instrument));
    }
  }
}
