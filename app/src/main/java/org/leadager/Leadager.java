package org.leadager;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leadager.platform.control.LocalClient;
import org.leadager.platform.control.LocalCommand;
import org.leadager.platform.control.LocalCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Starts the application. The first word says how: {@code run} (the default), {@code demo} with the
 * sample organisation, or the name of a local command such as {@code import}.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Leadager {
  private static final String DATA_OPTION = "--data";

  /** Starts the application with the given arguments. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(Arrays.asList(args));
    String mode = words.isEmpty() || words.getFirst().startsWith("-") ? "run" : words.removeFirst();
    switch (mode) {
      case "run" -> serve(words);
      case "demo" -> serve(words, "demo");
      default -> System.exit(command(mode, words));
    }
  }

  private static void serve(List<String> words, String... profiles) {
    SpringApplication application = new SpringApplication(Leadager.class);
    application.setAdditionalProfiles(profiles);
    ApplicationListener<ApplicationEnvironmentPreparedEvent> check =
        event -> refuseTakenPort(event.getEnvironment());
    application.addListeners(check);
    application.run(words.toArray(String[]::new));
  }

  /** Looks before the database is started, to answer at once and leave nothing to clean up. */
  private static void refuseTakenPort(Environment environment) {
    String host = environment.getProperty("server.address", "127.0.0.1");
    int port = environment.getProperty("server.port", Integer.class, 8080);
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(host, Math.max(port, 0)));
    } catch (BindException e) {
      complain(
          "Port %d on %s cannot be used (%s). Choose another one with --port N."
              .formatted(port, host, e.getMessage()));
      System.exit(1);
    } catch (IOException e) {
      complain("The address %s cannot be used: %s".formatted(host, e.getMessage()));
      System.exit(1);
    }
  }

  /** Runs a local command in the server that holds the data folder, or else here. */
  private static int command(String name, List<String> words)
      throws IOException, InterruptedException {
    Path data = takeData(words);
    LocalCommand.Request request = LocalClient.request(words);
    Optional<LocalCommand.Result> sent = LocalClient.send(data, name, request);
    LocalCommand.Result result = sent.isPresent() ? sent.get() : here(data, name, request);
    if (result.exitCode() == 0) {
      System.out.println(result.text());
    } else {
      complain(result.text());
    }
    return result.exitCode();
  }

  private static LocalCommand.Result here(Path data, String name, LocalCommand.Request request) {
    SpringApplication application = new SpringApplication(Leadager.class);
    // All of the application, but no port opened: nobody can come in while the command runs.
    application.setDefaultProperties(
        Map.of("logging.level.root", "warn", "logging.level.org.leadager", "warn"));
    try (ConfigurableApplicationContext context =
        application.run("--server.port=-1", "--leadager.data=" + data)) {
      return context.getBean(LocalCommands.class).run(name, request);
    }
  }

  /** Takes {@code --data DIR} out of the words; without it, the folder that {@code run} uses. */
  private static Path takeData(List<String> words) {
    for (int index = 0; index < words.size(); index++) {
      String word = words.get(index);
      if (word.startsWith(DATA_OPTION + "=")) {
        words.remove(index);
        return Path.of(word.substring(DATA_OPTION.length() + 1)).toAbsolutePath();
      }
      if (word.equals(DATA_OPTION) && index + 1 < words.size()) {
        words.remove(index);
        return Path.of(words.remove(index)).toAbsolutePath();
      }
    }
    String shared = System.getenv("XDG_DATA_HOME");
    Path base =
        shared == null || shared.isBlank()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(shared);
    return base.resolve("leadager");
  }

  private static void complain(String text) {
    System.err.println(text);
  }
}
