package org.leadager.instruments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place in a JSON document that notes what is wrong and goes on, so that one reading names every
 * problem. A method that finds a problem answers a harmless value, which is never used since the
 * document is refused.
 */
final class Cursor {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
  private static final int TEXT_LENGTH = 1000;
  private static final int MOST_PROBLEMS = 100;

  private final JsonNode node;
  private final String path;
  private final List<Problem> problems;

  private Cursor(JsonNode node, String path, List<Problem> problems) {
    this.node = node;
    this.path = path;
    this.problems = problems;
  }

  static Cursor root(JsonNode node, List<Problem> problems) {
    return new Cursor(node, "$", problems);
  }

  void problem(String message) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(new Problem(path, message));
    }
  }

  /** The last step of the path. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  boolean present() {
    return !node.isMissingNode();
  }

  /** Refuses anything but an object with these fields. */
  Cursor object(String... fields) {
    if (!node.isObject()) {
      problem(present() ? "must be an object" : "is missing");
      return this;
    }
    Set<String> known = Set.of(fields);
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        problem("has a field that is not known: " + quoted(name));
      }
    }
    return this;
  }

  Cursor at(String field) {
    return new Cursor(node.path(field), path + "." + field, problems);
  }

  /** The elements of an array; a missing one is empty. */
  List<Cursor> elements(int most) {
    List<Cursor> found = new ArrayList<>();
    if (!present()) {
      return found;
    }
    if (!node.isArray() || node.size() > most) {
      problem("must be a list of at most " + most);
      return found;
    }
    for (int i = 0; i < node.size(); i++) {
      found.add(new Cursor(node.path(i), path + "[" + i + "]", problems));
    }
    return found;
  }

  /** The entries of an object whose names are codes; a missing one is empty. */
  <T> Map<String, T> entries(Function<Cursor, T> read) {
    Map<String, T> found = new LinkedHashMap<>();
    if (!present()) {
      return found;
    }
    if (!node.isObject()) {
      problem("must be an object");
      return found;
    }
    for (String name : node.propertyNames()) {
      if (CODE.matcher(name).matches()) {
        found.put(name, read.apply(at(name)));
      } else {
        problem("has a name that is not a code: " + quoted(name));
      }
    }
    return found;
  }

  String code() {
    String value = node.isString() ? node.stringValue() : "";
    if (!CODE.matcher(value).matches()) {
      problem("must be a code: 1 to 40 letters, digits, dots, dashes or underscores");
    }
    return value;
  }

  String text() {
    String value = node.isString() ? node.stringValue() : "";
    if (value.isBlank() || value.length() > TEXT_LENGTH) {
      problem("must be a text of 1 to " + TEXT_LENGTH + " characters");
    } else if (value.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t')) {
      problem("holds a control character");
    }
    return value;
  }

  @Nullable String optionalText() {
    return present() ? text() : null;
  }

  int integer(int least, int most) {
    if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
      problem("must be a whole number from " + least + " to " + most);
      return least;
    }
    return node.intValue();
  }

  double number(double least, double most) {
    double value = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(value >= least && value <= most)) {
      problem("must be a number from " + least + " to " + most);
      return least;
    }
    return value;
  }

  /** A standard deviation, variance or weight: above 0. */
  double positive(double most) {
    double value = node.isNumber() ? node.doubleValue() : Double.NaN;
    if (!(value > 0 && value <= most)) {
      problem("must be a number above 0 and at most " + most);
      return 1;
    }
    return value;
  }

  boolean truth(boolean otherwise) {
    if (present() && !node.isBoolean()) {
      problem("must be true or false");
    }
    return present() ? node.booleanValue(otherwise) : otherwise;
  }

  /** One of some words, each of which stands for a value. */
  <T> T choice(Map<String, T> words, T otherwise) {
    T value = node.isString() ? words.get(node.stringValue()) : null;
    if (value == null) {
      problem("must be one of " + String.join(", ", words.keySet().stream().sorted().toList()));
      return otherwise;
    }
    return value;
  }

  private static String quoted(String name) {
    String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
    return "“" + shown.replaceAll("\\p{Cntrl}", "?") + "”";
  }
}
