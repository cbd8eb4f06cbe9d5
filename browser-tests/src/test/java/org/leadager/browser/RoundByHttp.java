package org.leadager.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;

/** A round set up by a consultant without a browser, for tests that are about something else. */
final class RoundByHttp {
  private static final Pattern CASE = Pattern.compile("(/cases/[0-9a-f-]{36})/ask");
  private static final Pattern ROUND = Pattern.compile("action=\"(/rounds/[0-9a-f-]{36})/panel");
  private static final Pattern HEADING = Pattern.compile("<h1>([^<]+)</h1>");

  private final Http consultant;
  private final String path;

  private RoundByHttp(Http consultant, String path) {
    this.consultant = consultant;
    this.path = path;
  }

  /** Opens a case and launches a round of the longest form in it. */
  static RoundByHttp launch(Http consultant, String rows) {
    String start = consultant.get("/").body();
    String asked = consultant.post("/cases", start, Map.of("words", "We need training.")).body();
    String rounds = Http.first(CASE, asked) + "/rounds";
    String blank = consultant.get(rounds + "/new").body();
    String draft = consultant.post(rounds, blank, Map.of("name", "A round", "form", "72")).body();
    RoundByHttp round = new RoundByHttp(consultant, Http.first(ROUND, draft));
    consultant.post(round.path + "/panel", draft, Map.of("rows", rows));
    consultant.post(round.path + "/launch", draft, Map.of());
    assertThat(round.heading()).startsWith("0 of ");
    return round;
  }

  /** The round as somebody sees it who has entered again. */
  RoundByHttp seenBy(Http other) {
    return new RoundByHttp(other, path);
  }

  /** How many forms are in, as the round's page says it. */
  String heading() {
    return Http.first(HEADING, consultant.get(path).body());
  }

  /** The last part of its address. */
  String id() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
