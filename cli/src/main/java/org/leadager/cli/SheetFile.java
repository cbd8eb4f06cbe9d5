package org.leadager.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** An .xlsx spreadsheet: its first visible sheet, values as last saved. */
final class SheetFile {
  static final String OLD_FORMAT =
      "this is a spreadsheet with a password or in the old .xls format: save it as .xlsx without a"
          + " password, or as CSV (UTF-8)";

  /** Bytes that a sheet may unfold to, and everything else together: that is held in memory. */
  private static final long MOST_SHEET = 1L << 30;

  private static final long MOST_ELSE = 1L << 26;
  private static final Pattern DATE = Pattern.compile("(?i)yy|mmm|d/m|m/d|dd");
  private static final String SHEETS = "xl/worksheets/";

  private SheetFile() {}

  /** Returns what should be known about the choice of the sheet; empty when there was none. */
  static List<String> read(Path file, Lines lines) throws IOException, Problem {
    try (InputStream in = Files.newInputStream(file)) {
      if (oldFormat(in.readNBytes(8))) {
        throw new Problem(OLD_FORMAT);
      }
    }
    weigh(file);
    try (ReadableWorkbook book =
        new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false))) {
      List<Sheet> visible =
          book.getSheets().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
      if (visible.isEmpty()) {
        throw new Problem("the spreadsheet has no visible sheet");
      }
      read(visible.getFirst(), lines);
      return visible.size() == 1
          ? List.of()
          : List.of(
              "Only the first of %d sheets was read: %s."
                  .formatted(visible.size(), visible.getFirst().getName()));
    }
  }

  /** Whether a file begins as Microsoft's compound files do: .xls, or a sheet with a password. */
  static boolean oldFormat(byte[] head) {
    return head.length > 3
        && head[0] == (byte) 0xd0
        && head[1] == (byte) 0xcf
        && head[2] == 0x11
        && head[3] == (byte) 0xe0;
  }

  /** Unfolds everything once, without keeping it: what an archive says of its size may be a lie. */
  private static void weigh(Path file) throws IOException, Problem {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      long rest = 0;
      byte[] buffer = new byte[65_536];
      for (Enumeration<? extends ZipEntry> e = zip.entries(); e.hasMoreElements(); ) {
        ZipEntry entry = e.nextElement();
        boolean sheet = entry.getName().startsWith(SHEETS);
        long weight = sheet ? 0 : rest;
        try (InputStream in = zip.getInputStream(entry)) {
          for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            weight += n;
            if (weight > (sheet ? MOST_SHEET : MOST_ELSE)) {
              throw new Problem(
                  "the spreadsheet unfolds to far more than it shows; save the table as CSV (UTF-8)");
            }
          }
        }
        rest = sheet ? rest : weight;
      }
    } catch (ZipException e) {
      throw new Problem("this is no .xlsx spreadsheet; save the table as .xlsx or CSV (UTF-8)");
    }
  }

  private static void read(Sheet sheet, Lines lines) throws IOException, Problem {
    Line line = new Line();
    try (Stream<Row> rows = sheet.openStream()) {
      for (Row row : (Iterable<Row>) rows::iterator) {
        line.begin(row.getRowNum());
        for (int c = 0; c < row.getCellCount(); c++) {
          line.add(text(row.getCell(c)));
        }
        lines.take(line);
      }
    }
  }

  private static String text(@Nullable Cell cell) {
    String raw = cell == null ? null : cell.getRawValue();
    if (cell == null) {
      return "";
    }
    return switch (cell.getType()) {
      case EMPTY -> "";
      case NUMBER -> isDate(cell.getDataFormatString()) ? date(cell) : whole(raw);
      case FORMULA -> raw == null || raw.isEmpty() ? "=" + cell.getFormula() : raw;
      case ERROR -> raw == null ? "#ERROR" : raw;
      default -> cell.getText();
    };
  }

  private static String whole(@Nullable String raw) {
    if (raw == null) {
      return "";
    }
    return raw.endsWith(".0") ? raw.substring(0, raw.length() - 2) : raw;
  }

  private static String date(Cell cell) {
    return cell.asDate().toLocalDate().toString();
  }

  private static boolean isDate(@Nullable String format) {
    return format != null && DATE.matcher(format).find();
  }
}
