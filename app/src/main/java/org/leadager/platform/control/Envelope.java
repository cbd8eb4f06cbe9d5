package org.leadager.platform.control;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request on its way from the command line to the server: the count of arguments, then each as
 * UTF with the length of the file it names (-1 for none) and the file's bytes.
 */
final class Envelope {
  private static final int MOST_ARGUMENTS = 200;
  private static final long MOST_BYTES = 64L << 20;

  private Envelope() {}

  static void write(LocalCommand.Request request, OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(stream);
    out.writeInt(request.arguments().size());
    for (String argument : request.arguments()) {
      out.writeUTF(argument);
      Path file = request.files().get(argument);
      if (file == null) {
        out.writeLong(-1);
        continue;
      }
      byte[] content = Files.readAllBytes(file);
      out.writeLong(content.length);
      out.write(content);
    }
    out.flush();
  }

  /** Reads a request, its files into a folder. */
  static LocalCommand.Request read(InputStream stream, Path folder) throws IOException {
    DataInputStream in = new DataInputStream(stream);
    int count = in.readInt();
    if (count < 0 || count > MOST_ARGUMENTS) {
      throw new IOException("not a local command");
    }
    List<String> arguments = new ArrayList<>();
    Map<String, Path> files = new LinkedHashMap<>();
    long left = MOST_BYTES;
    for (int index = 0; index < count; index++) {
      String argument = in.readUTF();
      arguments.add(argument);
      long length = in.readLong();
      if (length > left) {
        throw new IOException("the files are larger than 64 MB");
      }
      if (length >= 0) {
        left -= length;
        Path file = folder.resolve("file" + index);
        Files.write(file, in.readNBytes((int) length));
        files.put(argument, file);
      }
    }
    return new LocalCommand.Request(List.copyOf(arguments), Map.copyOf(files));
  }
}
