package org.leadager.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.leadager.Leadager;
import org.leadager.people.People;
import org.leadager.people.PersonDraft;
import org.leadager.people.Role;
import org.leadager.platform.db.Database;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address with an identifier in it, whatever feature brought it, tried with the identifiers
 * of another organisation: nothing is there.
 */
class OtherOrganisationTest {
  /** Addresses whose last part is a secret or a name, not an identifier. */
  private static final List<String> NOT_BY_ID =
      List.of("/r/", "/sign-in/", "/local/", "/mailbox/", "/demo/", "/assets/");

  /** What the sample has none of, or whose address holds two ids; ReportPagesTest opens them. */
  private static final List<String> NOT_IN_SAMPLE =
      List.of("/reports/{id", "/rounds/{id}/reports/{subject}");

  private static final String IDS =
      """
      select id from cases."case" union all select id from rounds.round
      union all select id from rounds.subject union all select id from reports.report
      union all (select id from people.person limit 3)
      """;

  @TempDir private static Path data;
  private static ConfigurableApplicationContext program;
  private static String base;
  private static UUID sample;
  private static List<UUID> ids;

  private record Address(RequestMethod method, String pattern) {}

  @BeforeAll
  static void start() {
    SpringApplication application = new SpringApplication(Leadager.class);
    application.setAdditionalProfiles("demo");
    program = application.run("--server.port=0", "--leadager.data=" + data.resolve("demo"));
    base = "http://localhost:" + program.getEnvironment().getProperty("local.server.port");
    Database database = program.getBean(Database.class);
    sample =
        database.outside(dsl ->
            dsl.fetchSingle("select * from access.sample_organisations()").get(0, UUID.class));
    ids = database.read(sample, dsl -> dsl.fetch(IDS).getValues(0, UUID.class));
  }

  @AfterAll
  static void stop() {
    program.close();
  }

  @Test
  void nothingOfOneOrganisationIsThereForAnother() throws Exception {
    UUID stranger = program.getBean(People.class).found("Ullsay Council", false).id();
    Session session = signIn(stranger);
    List<String> answered = new ArrayList<>();
    for (Address address : addresses()) {
      for (UUID id : ids) {
        int status = session.send(address.method(), filled(address, id));
        if (status != 404) {
          answered.add(address + " " + id + ": " + status);
        }
      }
    }
    assertThat(answered).isEmpty();
  }

  @Test
  void thePagesAreThereForTheirOwnOrganisation() throws Exception {
    Session session = signIn(sample);
    List<String> missing = new ArrayList<>();
    for (Address address : addresses()) {
      if (address.method() == RequestMethod.GET
          && NOT_IN_SAMPLE.stream().noneMatch(address.pattern()::startsWith)) {
        boolean found = false;
        for (UUID id : ids) {
          found |= session.send(address.method(), filled(address, id)) == 200;
        }
        if (!found) {
          missing.add(address.pattern());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static String filled(Address address, UUID id) {
    return address.pattern().replaceAll("\\{[^}]+}", id.toString());
  }

  private static List<Address> addresses() {
    List<Address> found = new ArrayList<>();
    RequestMappingHandlerMapping mapping =
        program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
    for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
      for (String pattern : info.getPatternValues()) {
        if (pattern.contains("{") && NOT_BY_ID.stream().noneMatch(pattern::startsWith)) {
          info.getMethodsCondition().getMethods().forEach(m -> found.add(new Address(m, pattern)));
        }
      }
    }
    assertThat(found).hasSizeGreaterThan(10);
    return found;
  }

  private static Session signIn(UUID organisation) throws Exception {
    People people = program.getBean(People.class);
    UUID person = people.ensure(organisation, new PersonDraft("Ada Quist", "ada@ullsay.example"));
    people.setRoles(organisation, person, Set.of(Role.values()));
    Session session = new Session();
    String link =
        "/sign-in/" + program.getBean(SignInLinks.class).make(organisation, person).text();
    session.send(RequestMethod.GET, link);
    assertThat(session.send(RequestMethod.POST, link)).isIn(200, 302, 303);
    session.send(RequestMethod.GET, "/");
    return session;
  }

  /** A browser's cookies, with the hidden field of the last form that it saw. */
  private static final class Session {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String token = "";

    int send(RequestMethod method, String path) throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
      if (method != RequestMethod.GET) {
        String body = "_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method.name(), HttpRequest.BodyPublishers.ofString(body));
      }
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      Matcher form = CSRF.matcher(answer.body());
      token = form.find() ? form.group(1) : token;
      return answer.statusCode();
    }
  }
}
