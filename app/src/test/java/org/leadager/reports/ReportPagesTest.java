package org.leadager.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadager.platform.http.PageView;
import org.leadager.platform.http.Viewer;
import org.leadager.platform.http.Viewers;
import org.leadager.rounds.Round;
import org.leadager.rounds.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class ReportPagesTest {
  private static final AtomicReference<Optional<Viewer>> VIEWER =
      new AtomicReference<>(Optional.empty());
  private static final AtomicReference<ReportFixture> FIXTURE = new AtomicReference<>();

  private final ReportFixture fixture = new ReportFixture();
  private final AnnotationConfigWebApplicationContext context =
      new AnnotationConfigWebApplicationContext();
  private MockMvc mvc = MockMvcBuilders.standaloneSetup(new Object()).build();

  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  @ComponentScan(basePackageClasses = PageView.class)
  @Import({ReportPages.class, RoundReportPages.class, SummaryPages.class, ReportPdf.class})
  static class Wiring {
    @Bean
    Reports reports() {
      return FIXTURE.get().reports;
    }

    @Bean
    Releases releases() {
      return FIXTURE.get().releases;
    }

    @Bean
    Drafts drafts() {
      return FIXTURE.get().drafts;
    }

    @Bean
    Rounds rounds() {
      return FIXTURE.get().base.rounds;
    }

    @Bean
    Viewers viewers() {
      return request -> VIEWER.get();
    }
  }

  @BeforeEach
  void start() {
    FIXTURE.set(fixture);
    context.setServletContext(new MockServletContext());
    context.register(Wiring.class);
    context.refresh();
    mvc = MockMvcBuilders.webAppContextSetup(context).build();
    as(UUID.randomUUID(), "consultant");
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void aConsultantLooksFirstThenReleasesAndTheSubjectOpensTheirOwn() throws Exception {
    Round round = scored(List.of("Amara Nwosu"));
    UUID subject = fixture.subjects(round).keySet().iterator().next();
    UUID person = Objects.requireNonNull(fixture.subjects(round).get(subject));
    String list = "/rounds/" + round.id() + "/reports";
    assertThat(page(get(list), 200))
        .contains("0 of 1 reports are released", "Ready, not released", "Release one report");
    assertThat(page(get(list + "/" + subject), 200)).contains("Not released yet", "Amara Nwosu");
    page(post(list + "/release").param("subject", subject.toString()), 303);
    UUID report = fixture.reports.ofRound(fixture.organisation, round.id()).getFirst().id();
    assertThat(page(get(list + "?released=1"), 200))
        .contains("One report was released", "/reports/" + report)
        .doesNotContain("Look first");

    as(person);
    assertThat(page(get("/reports"), 200)).contains("/reports/" + report, "October");
    assertThat(page(get("/reports/" + report), 200))
        .contains("Amara Nwosu", "/reports/" + report + ".pdf", "My reports")
        .doesNotContain("Not released yet");
    assertThat(text(get("/reports/" + report + ".pdf"))).contains("Amara Nwosu");
  }

  @Test
  void toEverybodyElseThereIsNoReport() throws Exception {
    Round round = scored(List.of("Amara Nwosu"));
    UUID subject = fixture.subjects(round).keySet().iterator().next();
    fixture.releases.releaseAll(fixture.organisation, fixture.base.actor, round);
    UUID report = fixture.reports.ofRound(fixture.organisation, round.id()).getFirst().id();
    String rounds = "/rounds/" + round.id();
    for (String role : List.of("administrator", "sponsor", "")) {
      as(UUID.randomUUID(), role);
      page(get("/reports/" + report), 404);
      page(get("/reports/" + report + ".pdf"), 404);
      page(get(rounds + "/reports"), 404);
      page(get(rounds + "/reports/" + subject), 404);
      page(post(rounds + "/reports/release"), 404);
    }
    as(UUID.randomUUID(), "administrator");
    page(get(rounds + "/summary"), 404);
    page(get(rounds + "/summary.csv"), 404);
    VIEWER.set(
        Optional.of(
            new Viewer(
                UUID.randomUUID(),
                fixture.base.test.organisation("Other"),
                "Other",
                Set.of("consultant", "sponsor"))));
    for (String path :
        List.of(
            "/reports/" + report,
            "/reports/" + report + ".pdf",
            rounds + "/reports",
            rounds + "/reports/" + subject,
            rounds + "/summary",
            rounds + "/summary.pdf",
            rounds + "/summary.csv")) {
      page(get(path), 404);
    }
    page(post(rounds + "/reports/release"), 404);
  }

  @Test
  void aHiddenGroupIsNeitherOnThePageNorInThePdfNorInAnyExport() throws Exception {
    Round round = scored(ReportFixture.names(6));
    fixture.releases.releaseAll(fixture.organisation, fixture.base.actor, round);
    UUID report = fixture.reports.ofRound(fixture.organisation, round.id()).getFirst().id();
    for (String shown :
        List.of(
            page(get("/reports/" + report), 200),
            text(get("/reports/" + report + ".pdf")),
            page(get("/rounds/" + round.id() + "/summary"), 200),
            text(get("/rounds/" + round.id() + "/summary.pdf")),
            page(get("/rounds/" + round.id() + "/summary.csv"), 200))) {
      assertThat(shown).doesNotContain("Direct reports", "words of reports", "words of self");
    }
    assertThat(page(get("/reports/" + report), 200))
        .contains("words of peers", "5 people and you", "One group had too few people");
  }

  @Test
  void theSummaryNamesPeopleToConsultantsAndOnlyCellsOfFiveToSponsors() throws Exception {
    Round round = scored(ReportFixture.names(6));
    String path = "/rounds/" + round.id() + "/summary";
    assertThat(page(get(path), 200)).contains("five released reports or more");
    List<UUID> subjects = List.copyOf(fixture.subjects(round).keySet());
    subjects
        .subList(0, 5)
        .forEach(subject ->
            fixture.releases.release(fixture.organisation, fixture.base.actor, round, subject));
    assertThat(page(get(path), 200)).contains("Where 5 people stand", "Person 00", "c-whisker");
    as(UUID.randomUUID(), "sponsor");
    assertThat(page(get(path), 200))
        .contains("when every report of this round is released")
        .doesNotContain("Person 00", "People</th>");
    assertThat(page(get(path + ".csv"), 200)).doesNotContain("Management");

    fixture.releases.releaseAll(fixture.organisation, fixture.base.actor, round);
    for (String shown :
        List.of(page(get(path), 200), page(get(path + ".csv"), 200), text(get(path + ".pdf")))) {
      assertThat(shown)
          .contains("Management", "Clear goals and roles")
          .doesNotContain("Person 00", "c-whisker");
    }
    as(UUID.randomUUID(), "consultant");
    assertThat(page(get(path + ".csv"), 200)).contains("\"Person 005\",\"0.40\"");
  }

  @Test
  void namesThatAreFormulasOrMarkupAreTextEverywhere() throws Exception {
    Round round =
        scored(List.of("=cmd|' /C calc'!A0", "@sum", "-2+3", "<script>x</script>", "Bo", "Cy"));
    fixture.releases.releaseAll(fixture.organisation, fixture.base.actor, round);
    String path = "/rounds/" + round.id();
    assertThat(page(get(path + "/summary.csv"), 200))
        .contains("\"'=cmd|' /C calc'!A0\"", "\"'@sum\"", "\"'-2+3\"")
        .doesNotContain("\"=", "\"@", "\"-2");
    assertThat(page(get(path + "/summary"), 200)).doesNotContain("<script>x");
    assertThat(page(get(path + "/reports"), 200)).doesNotContain("<script>x");
    assertThat(text(get(path + "/summary.pdf"))).contains("<script>x</script>");
  }

  @Test
  void aRoundThatIsOpenHasNoReportsAndItsPageSaysWhen() throws Exception {
    UUID round = fixture.base.launched();
    assertThat(page(get("/rounds/" + round + "/reports"), 200))
        .contains("No reports yet", "when the round is over", "/rounds/" + round)
        .doesNotContain("Release");
    page(get("/rounds/" + round + "/reports/" + UUID.randomUUID()), 404);
    page(get("/rounds/" + round + "/summary"), 404);
    page(post("/rounds/" + round + "/reports/release"), 404);
  }

  private Round scored(List<String> names) {
    Round round = fixture.closed(names);
    fixture.score(round, new SampleFigures().reportsWithheld().figures());
    return round;
  }

  private void as(UUID person, String... roles) {
    VIEWER.set(Optional.of(new Viewer(person, fixture.organisation, "Tomasz Reid", Set.of(roles))));
  }

  private String page(RequestBuilder request, int status) throws Exception {
    MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(status);
    return response.getContentAsString(StandardCharsets.UTF_8);
  }

  private String text(RequestBuilder request) throws Exception {
    MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getHeader("Content-Disposition")).startsWith("attachment; filename=");
    return text(response.getContentAsByteArray());
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
