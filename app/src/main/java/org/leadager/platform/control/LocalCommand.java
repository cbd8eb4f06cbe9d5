package org.leadager.platform.control;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A command of the launcher, such as {@code ./leadager import}: a bean that a feature declares. It
 * runs inside the server that holds the data folder, or, where none runs, in a program started for
 * it. Whoever may read the data folder may give it.
 */
public interface LocalCommand {
  /** The first word of the command line, for example {@code import}. */
  String name();

  /** Runs the command. What the user did wrong is a result with exit code 1, not an exception. */
  Result run(Request request);

  /**
   * What was asked for.
   *
   * @param arguments the words after the name, without {@code --data DIR}
   * @param files for each argument that names a file, where its content is now: the server gets a
   *     copy that is deleted after the command
   */
  record Request(List<String> arguments, Map<String, Path> files) {}

  /**
   * How it went.
   *
   * @param exitCode 0 for done, 1 for refused
   * @param text what to tell the user, in plain lines
   */
  record Result(int exitCode, String text) {}
}
