package org.leadager.platform.control;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands a local command to the server that holds a data folder, if one runs. */
public final class LocalClient {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private LocalClient() {}

  /** A request for these words; those that name a readable file bring it along. */
  public static LocalCommand.Request request(List<String> arguments) {
    Map<String, Path> files = new LinkedHashMap<>();
    for (String argument : arguments) {
      if (argument.indexOf('\0') < 0 && Files.isRegularFile(Path.of(argument))) {
        files.put(argument, Path.of(argument).toAbsolutePath());
      }
    }
    return new LocalCommand.Request(List.copyOf(arguments), Map.copyOf(files));
  }

  /**
   * Runs the command in the running server.
   *
   * @return empty when no server runs on this data folder
   */
  public static Optional<LocalCommand.Result> send(
      Path data, String name, LocalCommand.Request request)
      throws IOException, InterruptedException {
    Optional<ControlFile> control = ControlFile.read(data);
    if (control.isEmpty()) {
      return Optional.empty();
    }
    Path body = Files.createTempFile("leadager-command-", ".bin");
    try (HttpClient client = HttpClient.newHttpClient()) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(body))) {
        Envelope.write(request, out);
      }
      HttpResponse<String> response =
          client.send(post(control.get(), name, body), HttpResponse.BodyHandlers.ofString());
      return result(response);
    } catch (ConnectException e) {
      // A server that was killed leaves its control file behind.
      return Optional.empty();
    } finally {
      Files.deleteIfExists(body);
    }
  }

  private static HttpRequest post(ControlFile control, String name, Path body) throws IOException {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d/local/%s".formatted(control.port(), name)))
        .timeout(LIMIT)
        .header("Authorization", "Bearer " + control.token())
        .header("Content-Type", "application/octet-stream")
        .POST(HttpRequest.BodyPublishers.ofFile(body))
        .build();
  }

  private static Optional<LocalCommand.Result> result(HttpResponse<String> response)
      throws IOException {
    Optional<String> exitCode = response.headers().firstValue(LocalCommandEndpoint.EXIT_CODE);
    if (exitCode.isPresent()) {
      return Optional.of(
          new LocalCommand.Result(Integer.parseInt(exitCode.get()), response.body()));
    }
    if (response.statusCode() == 404) {
      // Another program has taken the port of a server that was killed.
      return Optional.empty();
    }
    throw new IOException("the running server answered " + response.statusCode());
  }
}
