package org.leadager.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.leadager.platform.db.jooq.platform.Tables.MAIL;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadager.Leadager;
import org.leadager.platform.db.Database;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What people with private links meet: a boss, a late rater, somebody who guesses. Over HTTP. */
class RaterWalkTest {
  private static final Pattern LINK = Pattern.compile("/r/[A-Za-z0-9_-]{32}");
  private static final Pattern FORM = Pattern.compile("href=\"(/r/[\\w-]{32}/[0-9a-f-]{36})\"");
  private static final Pattern ROUND = Pattern.compile("action=\"(/rounds/[0-9a-f-]{36})/panel");
  private static final Pattern CASE = Pattern.compile("href=\"(/cases/[0-9a-f-]{36})\"");
  private static final Pattern RECEIPT = Pattern.compile("id=\"receipt\">([^<]+)<");

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
  void aBossSaysWhatTheJobNeedsAndAPeerIsNotAsked() throws Exception {
    Browser boss = new Browser(base);
    String link = linkOf("henrik@calder.example");
    String overview = boss.get(link).body();
    assertThat(overview).contains("How often the job needs each of these", "0 of 18 set");
    String path = first(FORM, overview) + "/needs";
    String page = boss.get(path).body();
    assertThat(page).contains("How often does this job need each of these to be seen?", "n.S4");

    HttpResponse<String> kept = boss.post(path + "/draft", page, Map.of("n.M1", "5"));
    assertThat(kept.body()).contains("Saved").doesNotContain("<html");
    HttpResponse<String> junk = boss.post(path, page, Map.of("n.M1", "9", "n.M2", "2"));
    assertThat(junk.statusCode()).isEqualTo(422);
    assertThat(junk.body()).contains("Nothing was saved", "Choose one of the 6 points");
    assertThat(boss.post(path + "/draft", page, Map.of("n.M1", "x")).statusCode()).isEqualTo(409);
    assertThat(boss.get(path).body()).contains("name=\"n.M1\" value=\"5\" checked");
    assertThat(boss.post(path, page, Map.of("n.M1", "open", "n.L1", "3")).body())
        .contains("1 of 18 set");

    Browser peer = new Browser(base);
    String theirs = peer.get(linkOf("leila@calder.example")).body();
    assertThat(theirs).doesNotContain("How often the job needs");
    String refused = first(FORM, theirs) + "/needs";
    assertThat(peer.get(refused).statusCode()).isEqualTo(404);
    String form = peer.get(first(FORM, theirs)).body();
    assertThat(peer.post(refused, form, Map.of("n.M1", "1")).statusCode()).isEqualTo(404);
    assertThat(peer.post(refused + "/draft", form, Map.of("n.M1", "1")).statusCode())
        .isEqualTo(409);
  }

  @Test
  void aListIsUploadedARoundIsHeldAndWhoComesBackLateFindsTheReceipt() throws Exception {
    Browser consultant = new Browser(base);
    consultant.enter("consultant");
    String round = roundFromAFile(consultant);
    Browser rater = new Browser(base);
    String link = linkOf("zara@elsewhere.example");
    String task = first(FORM, rater.get(link).body());
    String page = rater.get(task).body();
    rater.post(task, page, Map.of("q.M1.1", "4"));
    String receipt = first(RECEIPT, rater.post(task + "/submission", page, Map.of()).body());
    Browser slow = new Browser(base);
    String slowTask = first(FORM, slow.get(linkOf("abel@elsewhere.example")).body());
    String slowPage = slow.get(slowTask).body();

    String open = consultant.get(round).body();
    assertThat(consultant.post(round + "/close", open, Map.of()).statusCode()).isEqualTo(200);

    HttpResponse<String> back = rater.get(link);
    assertThat(back.statusCode()).isEqualTo(200);
    assertThat(back.body()).contains("Your answers are in", receipt, "What happens next");
    assertThat(rater.get(task).body()).contains(receipt);
    HttpResponse<String> late = slow.post(slowTask, slowPage, Map.of("q.M1.1", "4"));
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("closed before this reached us", "was not sent in time");
    assertThat(slow.post(slowTask + "/draft", slowPage, Map.of("q.M1.1", "4")).body())
        .contains("Not saved: the round has closed");
    assertThat(slow.post(slowTask + "/needs", slowPage, Map.of("n.M1", "4")).statusCode())
        .isEqualTo(409);
  }

  private static String roundFromAFile(Browser consultant) throws Exception {
    String blank = first(CASE, consultant.get("/cases").body()) + "/rounds";
    String form = consultant.get(blank + "/new").body();
    String draft = consultant.post(blank, form, Map.of("name", "By file", "form", "18")).body();
    String round = first(ROUND, draft);
    String good =
        """
        subject name;subject mail;rater name;rater mail;source
        Una Berg;una@elsewhere.example;Zara Holt;zara@elsewhere.example;peer
        Una Berg;una@elsewhere.example;Abel Roos;abel@elsewhere.example;boss
        """;
    HttpResponse<String> bad =
        consultant.upload(
            round + "/panel", draft, Map.of("rows", ""), file("file", good + "x;y;z;w;peer\n"));
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("Row 4", "0 to be rated");
    HttpResponse<String> added =
        consultant.upload(round + "/panel", draft, Map.of("rows", ""), file("file", good));
    assertThat(added.statusCode()).isEqualTo(200);
    assertThat(added.body()).contains("1 to be rated by 2 people");
    assertThat(consultant.post(round + "/launch", added.body(), Map.of()).body())
        .contains("0 of 2 forms are in");
    return round;
  }

  @Test
  void aFinishedSetIsUploadedOnce() throws Exception {
    Browser consultant = new Browser(base);
    consultant.enter("consultant");
    String page = consultant.get("/imports").body();
    Map<String, String> fields =
        Map.of("name", "Companies", "subject", "company", "rater", "soldier", "source", "source");
    Map<String, byte[]> files =
        Map.of("ratings", resource("lq2002.csv"), "instrument", resource("lq2002.json"));
    assertThat(consultant.upload("/imports", page, fields, files).body())
        .contains("49 people rated by 2042 raters");
    assertThat(consultant.upload("/imports", page, fields, files).statusCode()).isEqualTo(409);
  }

  @Test
  void whoGuessesIsSlowedDownAndValidLinksFromTheSameAddressStillWork() throws Exception {
    Browser guesser = new Browser(base);
    String valid = linkOf("mateo@calder.example");
    String altered = valid.substring(0, valid.length() - 1) + (valid.endsWith("A") ? "B" : "A");
    Set<String> said = new HashSet<>();
    Set<Integer> statuses = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      String guess = i == 0 ? altered : "/r/" + "x".repeat(20 + i % 12);
      HttpResponse<String> answer = guesser.get(guess);
      said.add(answer.body());
      statuses.add(answer.statusCode());
    }
    assertThat(said).as("one message whatever was wrong").hasSize(1);
    assertThat(statuses).containsExactlyInAnyOrder(404, 429);
    assertThat(guesser.get(valid).statusCode()).isEqualTo(200);
  }

  private static Map<String, byte[]> file(String field, String content) {
    return Map.of(field, content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = RaterWalkTest.class.getResourceAsStream("/lq2002/" + name)) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static String linkOf(String mail) {
    String body =
        program
            .getBean(Database.class)
            .outside(dsl ->
                dsl.select(MAIL.BODY)
                    .from(MAIL)
                    .where(MAIL.TO_ADDRESS.eq(mail))
                    .orderBy(MAIL.ID.desc())
                    .limit(1)
                    .fetchSingle()
                    .value1());
    return group(LINK, body, 0);
  }

  private static String first(Pattern pattern, String page) {
    return group(pattern, page, 1);
  }

  private static String group(Pattern pattern, String page, int group) {
    Matcher matcher = pattern.matcher(page);
    assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
    return matcher.group(group);
  }
}
