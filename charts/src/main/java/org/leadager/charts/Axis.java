package org.leadager.charts;

/**
 * One axis of a map.
 *
 * @param kind what its colour says
 * @param name such as "Management" or "Officers"
 * @param caption written along the axis, such as "Management: what you do"
 * @param scale the stretch shown and its words
 */
public record Axis(Kind kind, String name, String caption, Scale scale) {

  /** Blue and amber mean management and leadership and nothing else; other measures are in ink. */
  public enum Kind {
    MANAGEMENT("c-mgmt", "c-axm", "c-need-m", Ink.MANAGEMENT, Ink.MANAGEMENT_FILL),
    LEADERSHIP("c-lead", "c-axl", "c-need-l", Ink.LEADERSHIP, Ink.LEADERSHIP_FILL),
    OTHER("c-plain", "c-axo", "c-need-o", Ink.INK_2, Ink.INK_2);

    final String textClass;
    final String lineClass;
    final String needClass;
    final String text;
    final String fill;

    Kind(String textClass, String lineClass, String needClass, String text, String fill) {
      this.textClass = textClass;
      this.lineClass = lineClass;
      this.needClass = needClass;
      this.text = text;
      this.fill = fill;
    }
  }

  public static Axis management(Scale scale) {
    return new Axis(Kind.MANAGEMENT, "Management", "Management: what you do", scale);
  }

  public static Axis leadership(Scale scale) {
    return new Axis(Kind.LEADERSHIP, "Leadership", "Leadership: the way you think", scale);
  }

  /** An axis of somebody else's instrument. */
  public static Axis other(String name, Scale scale) {
    return new Axis(Kind.OTHER, name, name, scale);
  }
}
