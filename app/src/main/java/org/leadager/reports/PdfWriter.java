package org.leadager.reports;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Writes an XHTML page as a tagged PDF (PDF/UA). Whatever the page holds, nothing is fetched: only
 * the fonts and style sheets of {@link PdfResources} can be read. The page needs a {@code lang}, a
 * {@code <title>} and {@code <meta name="subject">}; the faces "Hanken Grotesk" and "Literata" are
 * there without being asked for. HTML's named entities are not XML: write the characters
 * themselves.
 */
final class PdfWriter {
  private static final Pattern DOCTYPE =
      Pattern.compile("\\A\\s*<!doctype\\s+html\\s*>", Pattern.CASE_INSENSITIVE);

  /**
   * @param xhtml one well-formed page
   * @return the PDF's bytes
   * @throws IllegalArgumentException when the page is not well-formed, or brings a document type of
   *     its own
   */
  byte[] write(String xhtml) {
    Document page = parse(xhtml);
    addFaces(page);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (BatikSVGDrawer charts = new BatikSVGDrawer()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.withW3cDocument(page, PdfResources.BASE);
      builder.useUriResolver(PdfResources::resolve);
      builder.useProtocolsStreamImplementation(PdfResources::open, PdfResources.SCHEME);
      for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
        builder.useExternalResourceAccessControl((uri, type) -> allowed(uri, moment), moment);
      }
      builder.useSVGDrawer(charts);
      builder.usePdfUaAccessibility(true);
      builder.withProducer("Leadager");
      builder.toStream(out);
      builder.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static boolean allowed(String uri, ExternalResourceControlPriority moment) {
    return moment == ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI
        ? PdfResources.ours(uri)
        : PdfResources.resolve(null, uri) != null;
  }

  /** Our faces come first in the head, so that the page's own sheets may name them. */
  private static void addFaces(Document page) {
    Node head = page.getElementsByTagName("head").item(0);
    if (head == null) {
      throw new IllegalArgumentException("A page without a head");
    }
    Element link = page.createElementNS(head.getNamespaceURI(), "link");
    link.setAttribute("rel", "stylesheet");
    link.setAttribute("type", "text/css");
    link.setAttribute("href", "fonts/fonts.css");
    head.insertBefore(link, head.getFirstChild());
  }

  private static Document parse(String xhtml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      // With no document type there are no entities: nothing to fetch and nothing to expand.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder parser = factory.newDocumentBuilder();
      parser.setErrorHandler(new Strict());
      String page = DOCTYPE.matcher(xhtml).replaceFirst("");
      return parser.parse(new InputSource(new StringReader(page.strip())));
    } catch (SAXException e) {
      throw new IllegalArgumentException("Not a well-formed page: " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Raises errors rather than printing them. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
