package org.leadager.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a file is UTF-8 text from its first to its last byte. A file put together from parts in
 * different encodings is refused: guessing would turn names into other names.
 */
final class TextCheck {
  private static final int CHUNK = 1 << 16;

  private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
  private final CharBuffer out = CharBuffer.allocate(CHUNK);
  private long line = 1;
  private boolean nul;

  private TextCheck() {}

  static Optional<RowProblem> problem(Path file) throws IOException {
    return new TextCheck().check(file);
  }

  private Optional<RowProblem> check(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(2);
      if (start.length == 2 && (start[0] & start[1] & 0xFE) == 0xFE && start[0] != start[1]) {
        return Optional.of(
            new RowProblem(0, "The file is UTF-16 text. Save it as CSV UTF-8 and try again."));
      }
      ByteBuffer bytes = ByteBuffer.allocate(CHUNK).put(start);
      for (int n = 0; n >= 0; ) {
        n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(0, n)).flip();
        if (decode(bytes, n < 0).isError()) {
          return bad("The text is not UTF-8 here. Save the file as CSV UTF-8 and try again.");
        }
        if (nul) {
          return bad("There is a NUL character here: this is not a text file.");
        }
        bytes.compact();
      }
    }
    return Optional.empty();
  }

  private Optional<RowProblem> bad(String message) {
    return Optional.of(new RowProblem(line, message));
  }

  private CoderResult decode(ByteBuffer bytes, boolean end) {
    out.clear();
    CoderResult result = decoder.decode(bytes, out, end);
    out.flip();
    while (out.hasRemaining() && !nul) {
      char c = out.get();
      line += c == '\n' ? 1 : 0;
      nul = c == 0;
    }
    return result;
  }
}
