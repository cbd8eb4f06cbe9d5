package org.leadager.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadager.Leadager;
import org.leadager.cases.Cases;
import org.leadager.people.People;
import org.leadager.people.Role;
import org.leadager.platform.db.Database;
import org.leadager.rounds.Outcome;
import org.leadager.rounds.RoundDraft;
import org.leadager.rounds.RoundSetup;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;

/** How many statements a page costs, counted in the running program: as many for long lists. */
class PageQueriesTest {
  private static final int MOST = 25;

  @TempDir private static Path data;
  private static final Counter COUNTER = new Counter();
  private static ConfigurableApplicationContext program;
  private static String base;

  /** Counts the statements of requests; those of jobs in the background are not a page's. */
  private static final class Counter implements ExecuteListener {
    private static final long serialVersionUID = 1L;

    private final AtomicInteger statements = new AtomicInteger();

    @Override
    public void executeStart(ExecuteContext context) {
      if (RequestContextHolder.getRequestAttributes() != null) {
        statements.incrementAndGet();
      }
    }
  }

  @BeforeAll
  static void start() {
    SpringApplication application = new SpringApplication(Leadager.class);
    application.setAdditionalProfiles("demo");
    application.addInitializers(context ->
        ((GenericApplicationContext) context)
            .registerBean(
                DefaultExecuteListenerProvider.class,
                () -> new DefaultExecuteListenerProvider(COUNTER)));
    program = application.run("--server.port=0", "--leadager.data=" + data.resolve("demo"));
    base = "http://localhost:" + program.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void aPageCostsAsManyStatementsHoweverLongItsLists() throws Exception {
    UUID organisation =
        program
            .getBean(Database.class)
            .outside(dsl ->
                dsl.fetchSingle("select * from access.sample_organisations()").get(0, UUID.class));
    UUID consultant =
        program
            .getBean(People.class)
            .firstWithRole(organisation, Role.CONSULTANT)
            .orElseThrow()
            .id();
    UUID oneCase = open(organisation, consultant, 0);
    UUID round = round(organisation, consultant, oneCase);
    List<String> consultantPages =
        List.of(
            "/",
            "/cases",
            "/cases/" + oneCase,
            "/cases/" + oneCase + "/ask",
            "/rounds",
            "/rounds/" + round,
            "/mailbox");
    Map<String, Integer> few = costs(consultantPages);

    for (int i = 1; i <= 30; i++) {
      open(organisation, consultant, i);
      round(organisation, consultant, oneCase);
    }
    require(program.getBean(RoundSetup.class).addPanel(organisation, round, panel(2, 40)));

    assertThat(costs(consultantPages)).isEqualTo(few);
    assertThat(few.values()).allMatch(cost -> cost > 0 && cost <= MOST, few.toString());
  }

  private static UUID open(UUID organisation, UUID consultant, int number) {
    return program
        .getBean(Cases.class)
        .open(organisation, consultant, "Ingrid Solheim", "Request number " + number + ".");
  }

  private static UUID round(UUID organisation, UUID consultant, UUID caseId) {
    RoundSetup setup = program.getBean(RoundSetup.class);
    UUID round =
        setup.draft(organisation, consultant, RoundDraft.leadager(caseId, "A round", "18", null));
    require(setup.addPanel(organisation, round, panel(0, 2)));
    return round;
  }

  /** Some subjects with four raters each. */
  private static String panel(int from, int to) {
    StringBuilder rows =
        new StringBuilder("subject name,subject mail,rater name,rater mail,source\n");
    for (int s = from; s < to; s++) {
      for (int r = 0; r < 4; r++) {
        rows.append("S%d,s%d@many.example,R%d,r%d@many.example,peer%n".formatted(s, s, r, r));
      }
    }
    return rows.toString();
  }

  private static void require(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private static Map<String, Integer> costs(List<String> pages) throws Exception {
    Browser browser = new Browser(base);
    browser.enter("consultant");
    Map<String, Integer> costs = new LinkedHashMap<>();
    for (String page : pages) {
      int before = COUNTER.statements.get();
      assertThat(browser.get(page).statusCode()).as(page).isEqualTo(200);
      costs.put(page, COUNTER.statements.get() - before);
    }
    return costs;
  }
}
