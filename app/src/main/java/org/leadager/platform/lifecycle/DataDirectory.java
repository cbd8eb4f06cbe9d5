package org.leadager.platform.lifecycle;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything one installation knows: the database, its passwords, the control
 * file. It is ours alone (mode 0700) and in use by one process at a time.
 */
public final class DataDirectory implements AutoCloseable {
  private static final Set<PosixFilePermission> PRIVATE_DIRECTORY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> PRIVATE_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final String LOCK_FILE = "leadager.lock";

  /**
   * The folders this process holds. A POSIX file lock belongs to the process and is lost when any
   * channel on the file closes, so a second attempt in the same process must not even open it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataDirectory(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Creates the folder where it does not exist, makes it private and takes it for this process.
   *
   * @throws StartFailure when it cannot be used or another process has it
   */
  public static DataDirectory open(Path wanted) {
    Path path = prepare(wanted.toAbsolutePath().normalize());
    if (!HELD.add(path)) {
      throw new StartFailure(inUse(path, null));
    }
    try {
      return lock(path);
    } catch (IOException e) {
      HELD.remove(path);
      throw new StartFailure("The data folder " + path + " cannot be locked: " + e, e);
    } catch (RuntimeException e) {
      HELD.remove(path);
      throw e;
    }
  }

  private static Path prepare(Path path) {
    try {
      boolean fresh = !Files.exists(path);
      Files.createDirectories(path);
      if (fresh) {
        Files.setPosixFilePermissions(path, PRIVATE_DIRECTORY);
      }
      if (!Files.isWritable(path)) {
        throw new AccessDeniedException(path.toString());
      }
      return path.toRealPath();
    } catch (FileAlreadyExistsException e) {
      throw new StartFailure(
          "The data folder " + path + " is a file. Choose a folder with --data DIR.", e);
    } catch (AccessDeniedException e) {
      throw new StartFailure(
          "The data folder %s cannot be used: no permission to write to %s. Choose another one with --data DIR."
              .formatted(path, e.getFile()),
          e);
    } catch (IOException e) {
      throw new StartFailure(
          "The data folder %s cannot be made: %s. Choose another one with --data DIR."
              .formatted(path, e.getMessage()),
          e);
    }
  }

  private static DataDirectory lock(Path path) throws IOException {
    Path file = path.resolve(LOCK_FILE);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new StartFailure(inUse(path, Files.readString(file).strip()));
    }
    Files.setPosixFilePermissions(file, PRIVATE_FILE);
    Files.setPosixFilePermissions(path, PRIVATE_DIRECTORY);
    channel.truncate(0);
    channel.write(StandardCharsets.UTF_8.encode(Long.toString(ProcessHandle.current().pid())));
    return new DataDirectory(path, channel, lock);
  }

  private static String inUse(Path path, @Nullable String holder) {
    String who = holder == null || holder.isEmpty() ? "" : " (process " + holder + ")";
    return "The data folder %s is in use by a Leadager that is running%s. Stop that one first, or choose another folder with --data DIR."
        .formatted(path, who);
  }

  /** The folder itself, absolute, without symbolic links. */
  public Path path() {
    return path;
  }

  /**
   * The secret kept in a file of this name, made at random (192 bits, URL-safe) on first use. The
   * file can be read by its owner only.
   */
  public String secret(String name) throws IOException {
    Path file = path.resolve(name);
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      writePrivate(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return Files.readString(file).strip();
  }

  /** Writes a file that only its owner can read, whole or not at all, and on disk on return. */
  public static void writePrivate(Path file, String content) throws IOException {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IOException(file + " has no folder");
    }
    Path draft =
        Files.createTempFile(
            parent, ".leadager-", ".tmp", PosixFilePermissions.asFileAttribute(PRIVATE_FILE));
    try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Lets another process have the folder. */
  @Override
  public void close() throws IOException {
    if (lock.isValid()) {
      lock.release();
    }
    channel.close();
    HELD.remove(path);
  }
}
