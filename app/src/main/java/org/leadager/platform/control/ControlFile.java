package org.leadager.platform.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.leadager.platform.lifecycle.DataDirectory;

/**
 * How to reach the server that holds a data folder: a file in it, readable by its owner only.
 *
 * @param port the port on the loopback address
 * @param token what a local command must show
 */
record ControlFile(int port, String token) {
  private static final String NAME = "control";

  static Optional<ControlFile> read(Path data) throws IOException {
    try {
      List<String> lines = Files.readAllLines(data.resolve(NAME));
      return Optional.of(new ControlFile(Integer.parseInt(lines.get(0)), lines.get(1)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IOException("the file " + data.resolve(NAME) + " is damaged", e);
    }
  }

  void write(Path data) throws IOException {
    DataDirectory.writePrivate(data.resolve(NAME), port + "\n" + token + "\n");
  }

  static void delete(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(NAME));
  }
}
