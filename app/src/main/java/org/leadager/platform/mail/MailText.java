package org.leadager.platform.mail;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail's text with its web addresses made into links; everything else is escaped. */
record MailText(String text) implements Content {
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[\\w.:\\[\\]-]+(/[\\w./?=&%~-]*)?");

  @Override
  public void writeTo(TemplateOutput output) {
    Matcher matcher = ADDRESS.matcher(text);
    int from = 0;
    while (matcher.find()) {
      output.writeContent(escape(text.substring(from, matcher.start())));
      String address = escape(matcher.group());
      output.writeContent("<a href=\"" + address + "\">" + address + "</a>");
      from = matcher.end();
    }
    output.writeContent(escape(text.substring(from)));
  }

  private static String escape(String raw) {
    return raw.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
