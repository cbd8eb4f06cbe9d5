package org.leadager.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadager.Leadager;
import org.leadager.answers.Draft;
import org.leadager.answers.RatingForms;
import org.leadager.answers.Save;
import org.leadager.answers.Sitting;
import org.leadager.imports.Columns;
import org.leadager.imports.Imports;
import org.leadager.instruments.Instruments;
import org.leadager.instruments.Parsed;
import org.leadager.people.People;
import org.leadager.people.Person;
import org.leadager.people.PersonDraft;
import org.leadager.platform.db.Database;
import org.leadager.reports.Releases;
import org.leadager.rounds.Round;
import org.leadager.rounds.RoundDraft;
import org.leadager.rounds.RoundSetup;
import org.leadager.rounds.RoundState;
import org.leadager.rounds.Rounds;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program: a round closes, and moments later there are scores. */
class RunningProgramTest {
  private static final Pattern LINK = Pattern.compile("/r/([A-Za-z0-9_-]{32})");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Items of lq2002 by the axis that they speak about, those about both on either. */
  private static final List<List<Integer>> ITEMS =
      List.of(List.of(1, 5, 7, 9, 3, 4, 11), List.of(2, 6, 8, 10, 3, 4, 11));

  @TempDir private static Path data;
  private static ConfigurableApplicationContext program;

  @BeforeAll
  static void start() {
    program =
        new SpringApplication(Leadager.class)
            .run("--server.port=0", "--leadager.data=" + data.resolve("data"));
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void aRoundThatClosesIsScoredWithinSeconds() {
    UUID organisation = bean(People.class).found("Calder Ferries", false).id();
    UUID actor =
        bean(People.class)
            .ensure(organisation, new PersonDraft("Tomasz Reid", "tomasz@example.org"));
    RoundSetup setup = bean(RoundSetup.class);
    UUID round = setup.draft(organisation, actor, RoundDraft.leadager(null, "October", "36", null));
    StringBuilder panel = new StringBuilder("Amara Nwosu,amara@example.org,,,self\n");
    List<String> sources =
        List.of("boss", "peer", "peer", "peer", "report", "report", "report", "report", "other");
    for (int r = 0; r < sources.size(); r++) {
      panel.append(
          "Amara Nwosu,amara@example.org,Rater %d,r%d@example.org,%s\n"
              .formatted(r, r, sources.get(r)));
    }
    ScoringFixture.done(setup.addPanel(organisation, round, panel.toString()));
    ScoringFixture.done(setup.launch(organisation, actor, round));
    answerAll();
    ScoringFixture.done(bean(Rounds.class).close(organisation, actor, round));
    Figures figures = scores(organisation, round, 1).getFirst().figures();
    assertThat(figures.outcome()).isEqualTo(Figures.Outcome.SCORED);
    assertThat(figures.groups())
        .extracting(Figures.Group::kind)
        .containsExactly("self", "boss", "peers", "reports");
    assertThat(figures.withheld()).isEqualTo(1);
    assertThat(figures.competences()).hasSize(18).allMatch(c -> c.raters() == 8);
  }

  @Test
  void fortyNineCompaniesAreOrderedAsTheirOwnAnswersOrderThem() throws Exception {
    UUID organisation = bean(People.class).found("The army", false).id();
    Path file = Files.write(data.resolve("lq2002.csv"), resource("lq2002.csv"));
    Parsed.Valid instrument = (Parsed.Valid) bean(Instruments.class).parse(resource("lq2002.json"));
    Imports.Request request =
        new Imports.Request(
            "Companies", file, instrument, new Columns("company", "soldier", "source"));
    Imports.Result.Done done =
        (Imports.Result.Done) bean(Imports.class).ratings(organisation, UUID.randomUUID(), request);
    Map<String, Figures> byCompany = byName(organisation, done.round());
    assertThat(byCompany).hasSize(49);
    for (Figures figures : byCompany.values()) {
      assertThat(figures.outcome()).isEqualTo(Figures.Outcome.SCORED);
      assertThat(figures.ownScale()).isTrue();
      assertThat(figures.oneSource()).isTrue();
      assertThat(figures.provisional()).isFalse();
      assertThat(figures.both()).isNull();
      assertThat(figures.competences()).isEmpty();
      assertThat(figures.views()).isEmpty();
      assertThat(figures.self()).isNull();
      assertThat(figures.axes())
          .hasSize(2)
          .allMatch(a -> a.need() == null && a.frequency() != null && a.ticks().size() == 5);
    }
    scoredAgainTheyStay(organisation, done.round());
    orderedAsTheirAnswers(byCompany, Files.readString(file));
    Round round = bean(Rounds.class).find(organisation, done.round()).orElseThrow();
    assertThat(bean(Releases.class).releaseAll(organisation, UUID.randomUUID(), round))
        .as("reports")
        .isEqualTo(49);
  }

  /** As after a kill: the calibration is made anew, and no snapshot with it. */
  private static void scoredAgainTheyStay(UUID organisation, UUID round) {
    List<Snapshot> before = bean(Scores.class).ofRound(organisation, round);
    Scoring scoring = bean(Scoring.class);
    scoring.score(
        scoring.scope(organisation, bean(Rounds.class).find(organisation, round).orElseThrow()));
    assertThat(bean(Scores.class).ofRound(organisation, round)).isEqualTo(before);
    assertThat(
            bean(Database.class)
                .<Integer>read(organisation, dsl -> dsl.fetchCount(DSL.table("scores.snapshot"))))
        .isEqualTo(49);
  }

  private static void orderedAsTheirAnswers(Map<String, Figures> byCompany, String csv) {
    for (int axis = 0; axis < 2; axis++) {
      int a = axis;
      Map<String, Double> raw = rawMeans(csv, ITEMS.get(axis));
      List<String> companies = List.copyOf(raw.keySet());
      double[] means = companies.stream().mapToDouble(c -> raw.getOrDefault(c, 0.0)).toArray();
      double[] levels =
          companies.stream()
              .mapToDouble(
                  c -> Objects.requireNonNull(byCompany.get(c)).axes().get(a).level().mean())
              .toArray();
      assertThat(IntStream.range(0, 49).mapToDouble(i -> levels[i]).average().orElseThrow())
          .isCloseTo(0, within(.05));
      assertThat(rankCorrelation(means, levels)).as("axis " + axis).isGreaterThan(.95);
    }
  }

  /** Everybody who was sent a link answers all items, those of one rater alike, and submits. */
  private static void answerAll() {
    RatingForms forms = bean(RatingForms.class);
    List<String> mails =
        bean(Database.class)
            .outside(dsl ->
                dsl.fetch("select body from platform.mail order by id").getValues(0, String.class));
    int rater = 0;
    for (String mail : mails) {
      Matcher link = LINK.matcher(mail);
      if (link.find()) {
        Sitting sitting = forms.open(link.group(1)).orElseThrow();
        for (Sitting.Task task : sitting.tasks()) {
          answer(forms, sitting, task, rater++);
        }
      }
    }
  }

  private static void answer(RatingForms forms, Sitting sitting, Sitting.Task task, int rater) {
    Map<String, Draft.Answer> answers = new HashMap<>();
    for (String item : bean(Instruments.class).leadager().form("36").orElseThrow().items()) {
      answers.put(item, new Draft.Answer(3 + rater % 3));
    }
    forms.save(sitting, task, new Save(0, answers, Map.of()));
    forms.submit(sitting, task);
  }

  /** Waits for all of a round's scores. */
  private static List<Snapshot> scores(UUID organisation, UUID round, int subjects) {
    Instant end = Instant.now().plus(PATIENCE);
    Rounds rounds = bean(Rounds.class);
    while (rounds.find(organisation, round).orElseThrow().state() != RoundState.SCORED) {
      assertThat(Instant.now()).isBefore(end);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
    assertThat(bean(Scoring.class).progress(organisation, round))
        .isEqualTo(new Scoring.Progress(subjects, subjects));
    return bean(Scores.class).ofRound(organisation, round);
  }

  private static Map<String, Figures> byName(UUID organisation, UUID round) {
    Map<UUID, UUID> persons = bean(Rounds.class).subjects(organisation, round);
    Map<String, Figures> byName = new HashMap<>();
    for (Snapshot snapshot : scores(organisation, round, persons.size())) {
      UUID person = Objects.requireNonNull(persons.get(snapshot.subjectId()));
      byName.put(
          bean(People.class).find(organisation, person).map(Person::name).orElseThrow(),
          snapshot.figures());
    }
    return byName;
  }

  private static Map<String, Double> rawMeans(String csv, List<Integer> items) {
    Map<String, double[]> sums = new LinkedHashMap<>();
    for (String line : csv.lines().skip(1).toList()) {
      String[] row = line.split(",", -1);
      double[] sum = sums.computeIfAbsent(row[0], c -> new double[2]);
      for (int item : items) {
        sum[0] += Integer.parseInt(row[1 + item]);
        sum[1]++;
      }
    }
    Map<String, Double> means = new LinkedHashMap<>();
    sums.forEach((company, sum) -> means.put(company, sum[0] / sum[1]));
    return means;
  }

  /** Spearman's, ties at their mean rank. */
  private static double rankCorrelation(double[] a, double[] b) {
    double[] x = ranks(a);
    double[] y = ranks(b);
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += x[i] * y[i];
      xx += x[i] * x[i];
      yy += y[i] * y[i];
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      for (double other : values) {
        ranks[i] += Math.signum(values[i] - other) / 2;
      }
    }
    return ranks;
  }

  private static <T> T bean(Class<T> type) {
    return program.getBean(type);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = RunningProgramTest.class.getResourceAsStream("/lq2002/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
