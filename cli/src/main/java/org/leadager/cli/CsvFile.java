package org.leadager.cli;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text table: UTF-8, or UTF-16 with its mark; separated by commas, semicolons or tabs. */
final class CsvFile {
  /** How far to look for the separator. */
  private static final int HEAD = 65_536;

  /** Characters of one cell. */
  private static final int MOST_CELL = 1 << 20;

  private CsvFile() {}

  static void read(Path file, Lines lines) throws IOException, Problem {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), HEAD)) {
      in.mark(HEAD);
      byte[] head = in.readNBytes(HEAD);
      in.reset();
      refuseBinary(head);
      Charset charset = charset(head);
      CharsetDecoder strict = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
      Reader text = new InputStreamReader(in, strict);
      if (marked(head)) {
        text.skip(1);
      }
      read(text, separator(new String(head, charset)), lines);
    }
  }

  private static void read(Reader text, char separator, Lines lines) throws IOException, Problem {
    Line line = new Line();
    IntoLine handler = new IntoLine(line);
    LastMark watched = new LastMark(text);
    try (CsvReader<Line> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .maxBufferSize(MOST_CELL)
            .build(handler, watched)) {
      for (Line one : reader) {
        lines.take(one);
      }
      // The reader takes the end of the file for the end of the quote: the rows in it would be
      // lost.
      if (handler.quoted && watched.last != '"') {
        throw new Problem(
            "a quote that opens in the row of line %d is never closed; close it or take it away"
                .formatted(line.number()));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      throw new Problem(
          "a cell near line %d has more than a million characters, or its quote is never closed: is it a CSV table?"
              .formatted(line.number()));
    }
  }

  private static void refuseBinary(byte[] head) throws Problem {
    if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
      throw new Problem("this is a spreadsheet or archive, not text: name a spreadsheet .xlsx");
    }
    if (SheetFile.oldFormat(head)) {
      throw new Problem(SheetFile.OLD_FORMAT);
    }
    if (charset(head).equals(StandardCharsets.UTF_8)) {
      for (byte b : head) {
        if (b == 0) {
          throw new Problem("this is not text; save the table as CSV (UTF-8) or .xlsx");
        }
      }
    }
  }

  private static Charset charset(byte[] head) {
    int mark = head.length < 2 ? 0 : ((head[0] & 0xff) << 8) | (head[1] & 0xff);
    return switch (mark) {
      case 0xfffe -> StandardCharsets.UTF_16LE;
      case 0xfeff -> StandardCharsets.UTF_16BE;
      default -> StandardCharsets.UTF_8;
    };
  }

  private static boolean marked(byte[] head) {
    return new String(head, 0, Math.min(3, head.length), charset(head)).startsWith("\ufeff");
  }

  /** The one of , ; and tab that the first line has most of. */
  private static char separator(String head) {
    int[] counts = new int[3];
    boolean quoted = false;
    for (int i = 0; i < head.length() && (quoted || head.charAt(i) != '\n'); i++) {
      quoted ^= head.charAt(i) == '"';
      int which = ",;\t".indexOf(head.charAt(i));
      if (which >= 0 && !quoted) {
        counts[which]++;
      }
    }
    return counts[0] >= counts[1] && counts[0] >= counts[2]
        ? ','
        : counts[1] >= counts[2] ? ';' : '\t';
  }

  /** Copies each record's cells without making a string of any. */
  private static final class IntoLine extends AbstractBaseCsvCallbackHandler<Line> {
    private final Line line;

    /** Whether the last cell began with a quote. */
    private boolean quoted;

    IntoLine(Line line) {
      this.line = line;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
      line.begin(startingLineNumber);
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
      line.add(buffer, offset, length);
      this.quoted = quoted;
    }

    @Override
    protected Line buildRecord() {
      return line;
    }
  }

  /** Remembers the last character that is no white space. */
  private static final class LastMark extends FilterReader {
    private char last;

    LastMark(Reader text) {
      super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      int i = offset + n - 1;
      while (i >= offset && Character.isWhitespace(buffer[i])) {
        i--;
      }
      if (i >= offset) {
        last = buffer[i];
      }
      return n;
    }
  }
}
