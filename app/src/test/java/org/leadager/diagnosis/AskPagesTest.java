package org.leadager.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leadager.instruments.Instruments;
import org.leadager.platform.db.TestDatabase;
import org.leadager.platform.http.PageView;
import org.leadager.platform.http.Viewer;
import org.leadager.platform.http.Viewers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class AskPagesTest {
  private static final TestDatabase TEST = TestDatabase.fresh();
  private static final UUID ORGANISATION = TEST.organisation("Calder Ferries");
  private static final AtomicReference<Optional<Viewer>> VIEWER =
      new AtomicReference<>(Optional.empty());

  private final UUID caseId = UUID.randomUUID();
  private final AnnotationConfigWebApplicationContext context =
      new AnnotationConfigWebApplicationContext();
  private MockMvc mvc = MockMvcBuilders.standaloneSetup(new Object()).build();

  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  @ComponentScan(basePackageClasses = {PageView.class, Instruments.class})
  @Import({AskPages.class, Diagnoses.class, DatabaseDiagnosisStore.class})
  static class Wiring {
    @Bean
    org.leadager.platform.db.Database database() {
      return TEST.database();
    }

    @Bean
    java.time.Clock clock() {
      return java.time.Clock.systemUTC();
    }

    @Bean
    Viewers viewers() {
      return request -> VIEWER.get();
    }
  }

  @BeforeEach
  void start() {
    context.setServletContext(new MockServletContext());
    context.register(Wiring.class);
    context.refresh();
    mvc = MockMvcBuilders.webAppContextSetup(context).build();
    signIn(ORGANISATION, "consultant");
    context
        .getBean(Diagnoses.class)
        .open(ORGANISATION, caseId, "They need <b>vision</b>", "Ingrid Solheim");
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void theFirstPageAsksTheFirstGateAndShowsTheRequestAsText() throws Exception {
    String page = page(get(ask()), 200);
    assertThat(page)
        .contains("question 1 of about 16")
        .contains("They need &lt;b&gt;vision&lt;/b&gt;")
        .contains("I do not know")
        .contains("Too early to say")
        .contains("Not a training need: between")
        .contains("Vision, ideas, change, meaning (vision)");
  }

  @Test
  void anAnswerLeadsToTheNextQuestionAndSentTwiceIsOne() throws Exception {
    send("gap", "yes", "");
    send("gap", "yes", "");
    assertThat(page(get(ask()), 200)).contains("question 2 of about 16").contains("Is it worth");
    assertThat(context.getBean(DatabaseDiagnosisStore.class).answers(ORGANISATION, caseId))
        .hasSize(1);
  }

  @Test
  void aFormWithoutAChoiceComesBackWithWhatWasWritten() throws Exception {
    String page = page(post(ask()).param("question", "could").param("note", "cup final"), 422);
    assertThat(page).contains("Choose an answer").contains("cup final");
  }

  @Test
  void anInventedQuestionOrChoiceIsNotTaken() throws Exception {
    page(post(ask()).param("question", "could").param("choice", "perhaps"), 422);
    page(post(ask()).param("question", "management").param("choice", "below"), 422);
    assertThat(context.getBean(DatabaseDiagnosisStore.class).answers(ORGANISATION, caseId))
        .isEmpty();
  }

  @Test
  void anAnswerCanBeChanged() throws Exception {
    send("could", "yes", "On the day of the cup final");
    assertThat(page(get(ask() + "?question=could"), 200))
        .contains("value=\"yes\" checked")
        .contains("On the day of the cup final");
    send("could", "no", "");
    assertThat(page(get(ask() + "?question=could"), 200)).contains("value=\"no\" checked");
  }

  @Test
  void severalActsCanBeChosenAmongTheEighteenCompetences() throws Exception {
    assertThat(page(get(ask() + "?question=acts"), 200)).contains("Switches gears");
    page(post(ask()).param("question", "acts").param("choice", "M1", "M2", "unknown"), 303);
    assertThat(page(get(ask()), 200)).contains("Clear goals and roles, Plans the work");
  }

  @Test
  void aGateStopsTheCaseWithItsReason() throws Exception {
    send("gap", "no", "");
    assertThat(page(get(ask()), 200)).contains("stop here").doesNotContain("Next question");
    assertThat(page(get("/cases/" + caseId + "/brief"), 200)).contains("stop here");
  }

  @Test
  void theBriefSaysTheReadingItsReasonsAndItsLimits() throws Exception {
    send("done-before", "yes", "");
    send("could", "yes", "");
    send("change", "yes", "After the merger");
    String brief = page(get("/cases/" + caseId + "/brief"), 200);
    assertThat(brief)
        .contains("not a training need")
        .contains("They could if it mattered")
        .contains("After the merger")
        .contains("expert guesses");
  }

  @Test
  void thePageIsNotThereForOtherOrganisationsAndOtherRoles() throws Exception {
    signIn(TEST.organisation("Other"), "consultant");
    page(get(ask()), 404);
    page(post(ask()).param("question", "gap").param("choice", "yes"), 404);
    page(get("/cases/" + caseId + "/brief"), 404);
    signIn(ORGANISATION, "administrator");
    page(get(ask()), 404);
    VIEWER.set(Optional.empty());
    page(get(ask()), 404);
  }

  @Test
  void hostileValuesAreRefusedPlainly() throws Exception {
    page(get("/cases/not-an-id/ask"), 400);
    page(post(ask()).param("choice", "yes"), 422);
    page(post(ask()).param("question", "gap").param("choice", "yes").param("note", "\0"), 422);
    page(
        post(ask()).param("question", "gap").param("choice", "yes").param("note", "x".repeat(4001)),
        422);
  }

  private void send(String question, String choice, String note) throws Exception {
    page(post(ask()).param("question", question).param("choice", choice).param("note", note), 303);
  }

  private String page(MockHttpServletRequestBuilder request, int status) throws Exception {
    MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(status);
    return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private String ask() {
    return "/cases/" + caseId + "/ask";
  }

  private static void signIn(UUID organisation, String role) {
    VIEWER.set(
        Optional.of(new Viewer(UUID.randomUUID(), organisation, "Tomasz Reid", Set.of(role))));
  }
}
