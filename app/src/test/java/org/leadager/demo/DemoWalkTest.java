package org.leadager.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadager.Leadager;
import org.leadager.people.People;
import org.leadager.platform.db.Database;
import org.leadager.rounds.Round;
import org.leadager.rounds.RoundState;
import org.leadager.rounds.Rounds;
import org.leadager.scores.Figures;
import org.leadager.scores.Scores;
import org.leadager.scores.Snapshot;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole program with its sample, walked over HTTP the way a browser without script would. */
class DemoWalkTest {
  private static final Pattern TASK = Pattern.compile("/r/[A-Za-z0-9_-]{32}/[0-9a-f-]{36}");
  private static final Pattern QUESTION = Pattern.compile("name=\"(q\\.[A-Z0-9.]+)\"");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");

  @TempDir private static Path data;
  private static ConfigurableApplicationContext program;
  private static String base;

  @BeforeAll
  static void start() {
    SpringApplication application = new SpringApplication(Leadager.class);
    application.setAdditionalProfiles("demo");
    program = application.run("--server.port=0", "--leadager.data=" + data.resolve("demo"));
    base = "http://localhost:" + program.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void theConsultantFindsCasesAtTheirStagesAndAnOpenRound() throws Exception {
    Browser browser = new Browser(base);
    browser.enter("consultant");
    String cases = browser.get("/cases").body();
    assertThat(cases).contains("We need leadership training", "Our new shift leads", "3 cases");
    String one = browser.get(href(cases, "We need leadership training")).body();
    assertThat(one).contains("Departures keep slipping", "Port managers, autumn", "open");
    assertThat(browser.get(href(one, "Port managers, autumn")).body())
        .contains("of 18 forms are in", "Amara Nwosu");
  }

  @Test
  void theFinishedRoundIsScoredWithWhatItsPanelsAllow() throws Exception {
    Database database = program.getBean(Database.class);
    UUID organisation =
        database.outside(dsl ->
            dsl.fetchSingle("select * from access.sample_organisations()").get(0, UUID.class));
    Rounds rounds = program.getBean(Rounds.class);
    Round round = finished(rounds, organisation);
    for (int i = 0; i < 300 && round.state() != RoundState.SCORED; i++) {
      Thread.sleep(200);
      round = finished(rounds, organisation);
    }
    assertThat(round.state()).isEqualTo(RoundState.SCORED);
    assertThat(rounds.progress(organisation, round.id()).orElseThrow().in()).isEqualTo(54);
    Map<UUID, UUID> subjects = rounds.subjects(organisation, round.id());
    Map<UUID, String> names = program.getBean(People.class).names(organisation, subjects.values());
    Map<String, List<String>> groups = new HashMap<>();
    for (Snapshot snapshot : program.getBean(Scores.class).ofRound(organisation, round.id())) {
      groups.put(
          names.get(subjects.get(snapshot.subjectId())),
          snapshot.figures().groups().stream().map(Figures.Group::kind).toList());
      assertThat(snapshot.figures().both() == null)
          .isEqualTo(snapshot.figures().outcome() == Figures.Outcome.NOT_REPORTABLE);
    }
    List<String> all = List.of("self", "boss", "peers", "reports");
    assertThat(groups)
        .isEqualTo(
            Map.of(
                "Marta Keller", all,
                "Owen Bryce", all,
                "Salma Idris", all,
                "Ruth Adler", all,
                "Petra Vogt", List.of("self", "boss", "colleagues"),
                "Jonas Lind", List.of()));
  }

  @Test
  void theSubjectsDoorLeadsToTheirReportAndToNobodyElses() throws Exception {
    Browser browser = new Browser(base);
    for (int i = 0; i < 300 && !browser.get("/sign-in").body().contains("As a person"); i++) {
      Thread.sleep(200);
    }
    String report = browser.enter("subject");
    assertThat(report).contains("Marta Keller", "The Monday plan.").doesNotContain("Owen Bryce");
    assertThat(browser.get("/rounds").statusCode()).isEqualTo(403);
  }

  private static Round finished(Rounds rounds, UUID organisation) {
    return rounds.page(organisation, 1, 10).stream()
        .filter(r -> r.name().equals("Route managers, spring"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSponsorSeesTheCaseAndItsBriefButNoRound() throws Exception {
    Browser browser = new Browser(base);
    browser.enter("sponsor");
    String cases = browser.get("/cases").body();
    String path = href(cases, "We need leadership training");
    assertThat(browser.get(path).body()).doesNotContain("/rounds");
    assertThat(browser.get(path + "/brief").statusCode()).isEqualTo(200);
    assertThat(browser.get("/rounds").statusCode()).isEqualTo(403);
    assertThat(browser.get("/people").statusCode()).isEqualTo(403);
  }

  @Test
  void theAdministratorKeepsPeopleAndReadsNoCase() throws Exception {
    Browser browser = new Browser(base);
    browser.enter("administrator");
    assertThat(browser.get("/people").body()).contains("Tomasz Reid", "Amara Nwosu");
    assertThat(browser.get("/cases").statusCode()).isEqualTo(403);
    assertThat(browser.get("/rounds").statusCode()).isEqualTo(403);
  }

  @Test
  void aRaterAnswersIsSavedComesBackAndSubmitsOnce() throws Exception {
    Browser browser = new Browser(base);
    String overview = browser.enter("rater");
    String task = first(TASK, overview, 0);
    String page = browser.get(task).body();
    String question = first(QUESTION, page, 1);
    Map<String, String> answer = Map.of("seen", first(SEEN, page, 1), question, "4");

    HttpResponse<String> kept = browser.post(task + "/draft", page, answer);
    assertThat(kept.statusCode()).isEqualTo(200);
    assertThat(kept.body()).contains("Saved").doesNotContain("<html");
    assertThat(browser.get(task).body()).contains("value=\"4\" checked");

    HttpResponse<String> stale =
        browser.post(task + "/draft", page, Map.of("seen", "0", question, "2"));
    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("Not saved");
    assertThat(browser.get(task).body()).contains("value=\"4\" checked");

    String receipt = receipt(browser.post(task + "/submission", page, Map.of()).body());
    assertThat(receipt(browser.post(task + "/submission", page, Map.of()).body()))
        .isEqualTo(receipt);
    assertThat(browser.post(task + "/draft", page, answer).statusCode()).isEqualTo(409);
  }

  @Test
  void aListWithABadRowStaysOnTheScreenAndChangesNothing() throws Exception {
    Browser browser = new Browser(base);
    browser.enter("consultant");
    String blank = href(browser.get("/cases").body(), "Our new shift leads") + "/rounds";
    String form = browser.get(blank + "/new").body();
    String draft = browser.post(blank, form, Map.of("name", "Shift leads", "form", "18")).body();
    String path = first(Pattern.compile("action=\"(/rounds/[0-9a-f-]{36})/panel"), draft, 1);
    String rows =
        """
        subject name,subject mail,rater name,rater mail,source
        Ada,ada@calder.example,Bo,bo@@calder.example,peer
        """;
    HttpResponse<String> refused = browser.post(path + "/panel", draft, Map.of("rows", rows));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Row 2", "Ada,ada@calder.example,Bo")
        .contains("0 to be rated");
    assertThat(refused.body()).doesNotContain("Lock and invite");
  }

  @Test
  void noDoorLeadsNowhere() throws Exception {
    Browser browser = new Browser(base);
    String page = browser.get("/sign-in").body();
    assertThat(page).contains("As consultant", "As a rater");
    assertThat(browser.post("/demo/enter/nobody", page, Map.of()).statusCode()).isEqualTo(404);
    assertThat(browser.get("/r/" + "x".repeat(32)).statusCode()).isEqualTo(404);
  }

  @Test
  void theIdOfNoCaseIsNotThereAndWhatIsNoIdIsNotRead() throws Exception {
    Browser browser = new Browser(base);
    browser.enter("consultant");
    String nobody = "/cases/00000000-0000-7000-8000-000000000000";
    for (String path : new String[] {nobody, nobody + "/ask", nobody + "/rounds/new"}) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(browser.get("/cases/x").statusCode()).isEqualTo(400);
  }

  private static String receipt(String page) {
    return first(Pattern.compile("id=\"receipt\">([^<]+)<"), page, 1);
  }

  private static String href(String page, String text) {
    return first(Pattern.compile("href=\"([^\"]+)\">" + Pattern.quote(text)), page, 1);
  }

  private static String first(Pattern pattern, String page, int group) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
    return matcher.group(group);
  }
}
