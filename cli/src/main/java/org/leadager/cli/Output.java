package org.leadager.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of results: written beside it first and moved in when all of them are whole. */
final class Output {
  /** Every file that an analysis may write. */
  private static final List<String> OWN =
      List.of(
          "result.json",
          "items.csv",
          "subjects.csv",
          "raters.csv",
          "facets.csv",
          "dif.csv",
          "report.html");

  private final Path folder;

  private Output(Path folder) {
    this.folder = folder;
  }

  /** Writes all files of a result. */
  interface Writer {
    void write(Path into) throws IOException;
  }

  /** Makes sure, before any work, that results can be written there. */
  static Output into(Path folder) throws Problem {
    Path whole = folder.toAbsolutePath().normalize();
    if (Files.exists(whole) && !Files.isDirectory(whole)) {
      throw new Problem(folder + " is a file: name a folder with --out");
    }
    try {
      Files.createDirectories(whole);
      Files.delete(Files.createTempFile(whole, ".leadager", ""));
    } catch (IOException e) {
      throw cannot(folder, e);
    }
    return new Output(whole);
  }

  /**
   * Writes and takes away what an earlier analysis left there and this one does not have, so that
   * no file of the folder tells of other data; says which.
   */
  List<String> write(Writer writer) throws Problem {
    try {
      boolean used = Files.exists(folder.resolve("result.json"));
      Path draft = Files.createTempDirectory(folder, ".leadager");
      try {
        writer.write(draft);
        Set<String> written = new HashSet<>();
        for (Path file : files(draft)) {
          Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
          written.add(file.getFileName().toString());
        }
        return used ? without(written) : List.of();
      } finally {
        for (Path left : files(draft)) {
          Files.delete(left);
        }
        Files.delete(draft);
      }
    } catch (IOException e) {
      throw cannot(folder, e);
    }
  }

  private List<String> without(Set<String> written) throws IOException {
    List<String> removed = new ArrayList<>();
    for (String name : OWN) {
      if (!written.contains(name) && Files.deleteIfExists(folder.resolve(name))) {
        removed.add(name);
      }
    }
    return removed;
  }

  private static List<Path> files(Path draft) throws IOException {
    try (Stream<Path> files = Files.list(draft)) {
      return files.sorted().toList();
    }
  }

  private static Problem cannot(Path folder, IOException e) {
    return new Problem(
        "cannot write into %s: %s; name another folder with --out".formatted(folder, reason(e)));
  }

  /** Why something could not be written, in words: the exceptions themselves only say where. */
  static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "you have no right to";
      case FileAlreadyExistsException file -> "a file is where a folder would have to be";
      case NoSuchFileException missing -> "no file or folder can be made there";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
