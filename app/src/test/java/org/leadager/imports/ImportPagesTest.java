package org.leadager.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
import org.leadager.rounds.ImportedRounds;
import org.leadager.rounds.RoundFixture;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class ImportPagesTest {
  private static final TestDatabase TEST = TestDatabase.fresh();
  private static final UUID ORGANISATION = TEST.organisation("Calder Ferries");
  private static final AtomicReference<Optional<Viewer>> VIEWER =
      new AtomicReference<>(Optional.empty());

  private final AnnotationConfigWebApplicationContext context =
      new AnnotationConfigWebApplicationContext();
  private MockMvc mvc = MockMvcBuilders.standaloneSetup(new Object()).build();

  @Configuration(proxyBeanMethods = false)
  @EnableWebMvc
  @ComponentScan(basePackageClasses = {PageView.class, Instruments.class})
  @Import({ImportPages.class, Imports.class})
  static class Wiring {
    @Bean
    org.leadager.platform.db.Database database() {
      return TEST.database();
    }

    @Bean
    ImportedRounds rounds(org.leadager.platform.db.Database database) {
      return RoundFixture.imported(database);
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
    signIn("consultant");
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @Test
  void theFormComesWithTheUsualColumns() throws Exception {
    assertThat(page(get("/imports"), 200))
        .contains("Bring in ratings")
        .contains("value=\"subject\"");
  }

  @Test
  void wrongColumnsComeBackWithTheirRowThenTheRightOnesBringItInOnce() throws Exception {
    assertThat(page(send("subject", "rater"), 422)).contains("Row 1: There is no column “subject”");
    assertThat(page(send("company", "soldier"), 200))
        .contains("49 people rated by 2042 raters, 22462 answers");
    assertThat(page(send("company", "soldier"), 409)).contains("there already");
  }

  @Test
  void markupInAFileIsShownAsText() throws Exception {
    MockMultipartFile bad =
        new MockMultipartFile(
            "ratings", "<b>.csv", "text/csv", "<script>,b\n".getBytes(StandardCharsets.UTF_8));
    String page = page(request(bad, "company", "soldier"), 422);
    assertThat(page).contains("&lt;script&gt;").doesNotContain("“<script>");
  }

  @Test
  void subjectsAndSponsorsDoNotGetIt() throws Exception {
    signIn("sponsor");
    page(get("/imports"), 403);
    page(send("company", "soldier"), 403);
  }

  private static void signIn(String role) {
    VIEWER.set(
        Optional.of(new Viewer(UUID.randomUUID(), ORGANISATION, "Tomasz Reid", Set.of(role))));
  }

  private static RequestBuilder send(String subject, String rater) throws IOException {
    return request(file("ratings", "lq2002.csv"), subject, rater);
  }

  private static RequestBuilder request(MockMultipartFile ratings, String subject, String rater)
      throws IOException {
    return multipart("/imports")
        .file(ratings)
        .file(file("instrument", "lq2002.json"))
        .param("name", "Companies")
        .param("subject", subject)
        .param("rater", rater)
        .param("source", "source");
  }

  private static MockMultipartFile file(String field, String name) throws IOException {
    try (InputStream in = ImportPagesTest.class.getResourceAsStream("/lq2002/" + name)) {
      return new MockMultipartFile(field, name, null, Objects.requireNonNull(in).readAllBytes());
    }
  }

  private String page(RequestBuilder request, int status) throws Exception {
    MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(status);
    return response.getContentAsString();
  }
}
