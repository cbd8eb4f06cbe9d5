package org.leadager.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What the database of a running program holds of one round, read past the program. */
final class Answers implements AutoCloseable {
  /** The line of {@code postmaster.pid} that holds the port, counted from 0. */
  private static final int PORT_LINE = 3;

  private final Connection connection;
  private final UUID round;

  Answers(Path data, String round) throws IOException, SQLException {
    String port =
        Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(PORT_LINE).strip();
    this.connection =
        DriverManager.getConnection(
            "jdbc:postgresql://127.0.0.1:%s/leadager".formatted(port),
            "leadager_owner",
            Files.readString(data.resolve("owner.password")).strip());
    this.round = UUID.fromString(round);
  }

  /** Forms of the round. */
  int forms() throws SQLException {
    return count("select count(*) from answers.form where round_id = ?");
  }

  /** Different receipts, each of which stands for a form that was sent. */
  int receipts() throws SQLException {
    return count("select count(distinct receipt) from answers.form where round_id = ?");
  }

  /** Questions that hold more than one answer, although each was answered in one way only. */
  int questionsAnsweredTwice() throws SQLException {
    return count(
        """
        select count(*) from (
          select form_id, item from answers.fact
          where form_id in (select id from answers.form where round_id = ?)
          group by form_id, item having count(*) > 1) as doubled
        """);
  }

  private int count(String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setObject(1, round);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
