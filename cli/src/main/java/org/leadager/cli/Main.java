package org.leadager.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Entry point: a command and its options. Exit codes: 0 done, 1 a problem that is said, 2 misuse.
 */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    // 1,000 and 0.5 in every language: a table that mixed conventions could not be read.
    Locale.setDefault(Locale.ROOT);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(Arrays.asList(args), out, err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    String command = args.isEmpty() ? "" : args.getFirst();
    boolean help = args.contains("--help") || args.contains("-h");
    return switch (command) {
      case "analyse" -> help ? say(usage("analyse"), out) : perform(args, out, err);
      case "simulate" -> help ? say(usage("simulate"), out) : perform(args, out, err);
      case "help", "--help", "-h" -> say(usages(), out);
      default -> {
        err.println("leadager: there is no command \"" + command + "\"");
        err.print(usages());
        yield 2;
      }
    };
  }

  private static String usages() {
    return usage("analyse") + "\n" + usage("simulate");
  }

  /** The text that the launcher shows too, without building anything. */
  private static String usage(String command) {
    try (InputStream text = Main.class.getResourceAsStream(command + ".txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int say(String text, PrintStream out) {
    out.print(text);
    return 0;
  }

  private static int perform(List<String> args, PrintStream out, PrintStream err) {
    String command = args.getFirst();
    List<String> options = args.subList(1, args.size());
    try {
      if (command.equals("simulate")) {
        new Simulate(SimulateOptions.parse(options), out).run();
      } else {
        new Analyse(Options.parse(options), out, err).run();
      }
      return 0;
    } catch (Problem e) {
      err.println("leadager " + command + ": " + e.getMessage());
      return 1;
    } catch (OutOfMemoryError e) {
      err.println(
          "leadager %s: this needs more memory than the %d MB there are; give it more, for example JAVA_TOOL_OPTIONS=-Xmx4g"
              .formatted(command, Runtime.getRuntime().maxMemory() >> 20));
      return 1;
    }
  }
}
