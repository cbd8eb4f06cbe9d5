package org.leadager.platform.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadager.platform.lifecycle.StartFailure;

/**
 * As whom PostgreSQL runs. It refuses to run as root, so root steps down: into a user namespace
 * without any privilege, where the files stay root's own; or, where the system forbids that (many
 * containers do), to an unprivileged user who is given the data folder.
 *
 * @param prefix the words before each of PostgreSQL's commands
 * @param owner the user the data folder must belong to, where that is not the present one
 */
record PostgresAccount(List<String> prefix, @Nullable String owner) {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final List<String> UNPRIVILEGED = List.of("leadager", "postgres", "nobody");

  /** How root may step down. */
  enum StepDown {
    NAMESPACE,
    USER
  }

  /**
   * Chooses the account for a data folder.
   *
   * @param cluster the database's own folder, which need not exist yet
   * @throws StartFailure when root cannot step down here
   */
  static PostgresAccount choose(Path cluster, List<StepDown> allowed) throws IOException {
    if (new UnixSystem().getUid() != 0) {
      return new PostgresAccount(List.of(), null);
    }
    Path data = parent(cluster);
    if (allowed.contains(StepDown.NAMESPACE) && ownedByRoot(cluster)) {
      List<String> namespace = List.of("unshare", "--user", "--");
      if (works(data, namespace)) {
        return new PostgresAccount(namespace, null);
      }
    }
    List<String> users = new ArrayList<>(UNPRIVILEGED);
    if (!ownedByRoot(cluster)) {
      users.add(0, Files.getOwner(cluster).getName());
    }
    for (String user : users) {
      for (List<String> prefix : List.of(setpriv(user), runuser(user))) {
        if (allowed.contains(StepDown.USER) && works(data, prefix)) {
          return given(data, prefix, user);
        }
      }
    }
    throw new StartFailure(
        """
        Leadager was started by root, and PostgreSQL does not run as root. This system lets Leadager \
        step down neither with "unshare --user" nor with "setpriv" or "runuser" to one of the users %s. \
        Start Leadager as an ordinary user, or use a PostgreSQL of your own: set leadager.database.url.\
        """
            .formatted(String.join(", ", users)));
  }

  /** Hands the data folder over and checks that the user gets to it. */
  private static PostgresAccount given(Path data, List<String> prefix, String user)
      throws IOException {
    Command.Result owned =
        Command.run(data, LIMIT, List.of("chown", "-R", "-h", user, data.toString()));
    List<String> reach = new ArrayList<>(prefix);
    reach.addAll(List.of("test", "-w", data.toString()));
    if (!owned.succeeded() || !Command.run(Path.of("/"), LIMIT, reach).succeeded()) {
      throw new StartFailure(
          """
          Leadager was started by root, and PostgreSQL does not run as root. It would run as the user %s, \
          who cannot reach the data folder %s. Choose a folder that user can reach, such as \
          --data /var/lib/leadager, or start Leadager as an ordinary user.\
          """
              .formatted(user, data));
    }
    return new PostgresAccount(prefix, user);
  }

  private static boolean ownedByRoot(Path cluster) throws IOException {
    return !Files.exists(cluster)
        || Integer.valueOf(0).equals(Files.getAttribute(cluster, "unix:uid"));
  }

  private static boolean works(Path data, List<String> prefix) throws IOException {
    List<String> words = new ArrayList<>(prefix);
    words.add("true");
    return Command.run(data.getRoot(), LIMIT, words).succeeded();
  }

  private static List<String> setpriv(String user) {
    return List.of(
        "setpriv", "--reuid=" + user, "--regid=nogroup", "--clear-groups", "--no-new-privs", "--");
  }

  private static List<String> runuser(String user) {
    return List.of("runuser", "-u", user, "--");
  }

  static Path parent(Path cluster) {
    Path parent = cluster.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException("no folder above " + cluster);
    }
    return parent;
  }
}
