package org.leadager.charts;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads a chart back as XML, so that tests look at its structure and not at its bytes. */
final class Xml {
  private Xml() {}

  static Document parse(String xml) {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (Exception e) {
      throw new AssertionError("Not well-formed: " + xml, e);
    }
  }

  /** Elements of a name that carry a class. */
  static List<Element> find(Chart chart, String name, String css) {
    NodeList nodes = parse(chart.svg()).getElementsByTagName(name);
    List<Element> found = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      if (List.of(element.getAttribute("class").split(" ", -1)).contains(css)) {
        found.add(element);
      }
    }
    return found;
  }

  static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute).replace("%", ""));
  }
}
