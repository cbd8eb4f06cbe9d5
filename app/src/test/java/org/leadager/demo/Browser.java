package org.leadager.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies, follows redirects and sends the hidden field of the page it is on. */
public final class Browser {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /** A browser with no cookies yet, for the program at this address. */
  public Browser(String base) {
    this.base = base;
  }

  /** Enters the sample by a door and returns the page behind it. */
  public String enter(String role) throws IOException, InterruptedException {
    HttpResponse<String> behind = post("/demo/enter/" + role, get("/sign-in").body(), Map.of());
    assertThat(behind.statusCode()).as(role).isEqualTo(200);
    return behind.body();
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
  }

  /** Sends a form as that page would. */
  public HttpResponse<String> post(String path, String page, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> "&" + encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining());
    String body = "_csrf=" + encoded(token(page)) + form;
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(
        request.header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Sends a form with a file in it, as that page would. */
  public HttpResponse<String> upload(
      String path, String page, Map<String, String> fields, Map<String, byte[]> files)
      throws IOException, InterruptedException {
    String boundary = "leadager-" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    Map<String, String> all = new HashMap<>(fields);
    all.put("_csrf", token(page));
    for (Map.Entry<String, String> field : all.entrySet()) {
      part(body, boundary, "name=\"" + field.getKey() + "\"", bytes(field.getValue()));
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String name = "name=\"" + file.getKey() + "\"; filename=\"" + file.getKey() + ".csv\"";
      part(body, boundary, name, file.getValue());
    }
    body.writeBytes(bytes("--" + boundary + "--\r\n"));
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(
      ByteArrayOutputStream body, String boundary, String name, byte[] content) {
    body.writeBytes(
        bytes("--" + boundary + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n"));
    body.writeBytes(content);
    body.writeBytes(bytes("\r\n"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String token(String page) {
    Matcher matcher = CSRF.matcher(page);
    assertThat(matcher.find()).as("a form in " + page).isTrue();
    return matcher.group(1);
  }
}
