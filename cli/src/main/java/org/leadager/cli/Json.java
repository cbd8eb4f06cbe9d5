package org.leadager.cli;

import java.util.Iterator;
import java.util.Map;

/** Writes maps, lists, texts, numbers and booleans as JSON; NaN and infinities become null. */
final class Json {
  private final StringBuilder out = new StringBuilder();

  private Json() {}

  static String write(Map<String, ?> object) {
    Json json = new Json();
    json.value(object, 0);
    return json.out.append('\n').toString();
  }

  private void value(Object v, int depth) {
    switch (v) {
      case Map<?, ?> map -> object(map, depth);
      case Iterable<?> list -> array(list, depth);
      case Double d when !Double.isFinite(d) -> out.append("null");
      case Double d -> out.append(d + 0.0); // takes the sign from −0
      case Number n -> out.append(n);
      case Boolean b -> out.append(b);
      default -> text(v.toString());
    }
  }

  private void object(Map<?, ?> map, int depth) {
    out.append('{');
    String between = "";
    for (Map.Entry<?, ?> e : map.entrySet()) {
      out.append(between).append('\n').append("  ".repeat(depth + 1));
      text(e.getKey().toString());
      out.append(": ");
      value(e.getValue(), depth + 1);
      between = ",";
    }
    out.append('\n').append("  ".repeat(depth)).append('}');
  }

  private void array(Iterable<?> list, int depth) {
    out.append('[');
    for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
      value(i.next(), depth);
      out.append(i.hasNext() ? ", " : "");
    }
    out.append(']');
  }

  private void text(String s) {
    out.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
