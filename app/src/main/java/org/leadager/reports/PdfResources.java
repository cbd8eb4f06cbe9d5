package org.leadager.reports;

import com.openhtmltopdf.extend.FSStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * All that a PDF may read: fonts and style sheets in this package's folder of the class path. Every
 * other address, whatever its scheme, resolves to nothing.
 */
final class PdfResources {
  static final String SCHEME = "leadager";
  static final String BASE = SCHEME + ":/";
  private static final Pattern OURS =
      Pattern.compile("leadager:/([a-z]+/)?[A-Za-z0-9][A-Za-z0-9-]*\\.(css|ttf)");
  private static final Pattern RELATIVE = Pattern.compile("([a-z]+/)?[A-Za-z0-9-]+\\.(css|ttf)");

  /** PDFBox's own face: Greek, Cyrillic and Hebrew, which the house's faces lack. */
  private static final String FALLBACK_FILE = "LiberationSans-Regular.ttf";

  private static final String FALLBACK = "fonts/" + FALLBACK_FILE;

  private PdfResources() {}

  static boolean ours(String uri) {
    return OURS.matcher(uri).matches();
  }

  /** Our address for a name relative to the page or to one of our sheets; null for all others. */
  static @Nullable String resolve(@Nullable String base, @Nullable String uri) {
    if (uri == null) {
      return null;
    }
    if (ours(uri)) {
      return uri;
    }
    if (!RELATIVE.matcher(uri).matches()) {
      return null;
    }
    String folder =
        base != null && ours(base) ? base.substring(0, base.lastIndexOf('/') + 1) : BASE;
    String full = folder + uri;
    return ours(full) ? full : null;
  }

  /** Never called for an address that is not ours, and refuses it all the same. */
  static FSStream open(String uri) {
    if (!ours(uri)) {
      throw new IllegalArgumentException("Not a resource of ours");
    }
    byte[] bytes = read(uri.substring(BASE.length()));
    return new FSStream() {
      @Override
      public InputStream getStream() {
        return new ByteArrayInputStream(bytes);
      }

      @Override
      public Reader getReader() {
        return new InputStreamReader(getStream(), StandardCharsets.UTF_8);
      }
    };
  }

  static byte[] read(String path) {
    try (InputStream in = stream(path)) {
      if (in == null) {
        throw new IllegalStateException("Missing resource: " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable InputStream stream(String path) {
    return path.equals(FALLBACK)
        ? PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/" + FALLBACK_FILE)
        : PdfResources.class.getResourceAsStream(path);
  }
}
