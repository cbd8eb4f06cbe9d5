package org.leadager.platform.db;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.leadager.platform.lifecycle.StartFailure;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once from the archive on the class path. Only the archive of that
 * artefact is used: its own Java class runs the server without fsync and without passwords.
 */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /**
   * The folder that holds {@code bin/postgres}, unpacked below {@code cache} unless it is there.
   *
   * @throws StartFailure when there is no archive for this kind of machine
   */
  static Path in(Path cache) throws IOException {
    String name = resourceName(System.getProperty("os.name"), System.getProperty("os.arch"));
    URL archive = PostgresBinaries.class.getClassLoader().getResource(name);
    if (archive == null) {
      throw new StartFailure(
          "This build of Leadager brings no PostgreSQL for this kind of machine (%s is missing). Use a PostgreSQL of your own: set leadager.database.url."
              .formatted(name));
    }
    Path home = cache.resolve("postgresql-" + fingerprint(archive));
    if (!Files.isExecutable(home.resolve("bin/postgres"))) {
      unpack(archive, Files.createDirectories(cache), home);
    }
    return home;
  }

  static String resourceName(String os, String architecture) {
    String system = os.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
    String processor =
        switch (architecture) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> architecture;
        };
    return "postgres-" + system + "-" + processor + ".txz";
  }

  /** Tells one archive from the next by its checksum in the jar, without reading 15 MB. */
  private static String fingerprint(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    if (connection instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      try (InputStream opened = jar.getInputStream()) {
        return Long.toHexString(jar.getJarEntry().getCrc());
      }
    }
    return Long.toHexString(connection.getContentLengthLong());
  }

  private static void unpack(URL archive, Path cache, Path home) throws IOException {
    Path draft = Files.createTempDirectory(cache, ".unpacking-");
    Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZInputStream(new BufferedInputStream(archive.openStream())))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, draft);
      }
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another process unpacked the same archive at the same time; its copy is as good.
      FileSystemUtils.deleteRecursively(draft);
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path file = target.resolve(entry.getName()).normalize();
    if (!file.startsWith(target)) {
      throw new IOException("archive entry outside the archive: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(file);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(file.getParent());
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(file.getParent());
      Files.copy(tar, file);
      boolean program = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
