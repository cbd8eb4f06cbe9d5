package org.leadager.instruments;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.leadager.instruments.Instrument.Amount;
import org.leadager.instruments.Instrument.Amounts;
import org.leadager.instruments.Instrument.Item;
import org.leadager.instruments.Instrument.Scale;
import org.leadager.instruments.Instrument.Source;
import org.leadager.instruments.Wording.AmountTexts;
import org.leadager.instruments.Wording.Named;
import org.leadager.instruments.Wording.Point;
import org.leadager.instruments.Wording.Texts;

/** Reads the section {@code texts} and holds it against the framework, code for code. */
record WordingReader(
    FrameworkReader framework, Scale scale, List<Source> sources, @Nullable Amounts amounts) {
  private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  Wording read(Cursor at) {
    Cursor languageAt = framework.framework.at("language");
    String language = languageAt.present() ? languageAt.code() : "en";
    if (!at.present()) {
      at.problem("is missing");
    }
    Map<String, Texts> byLanguage = at.entries(this::texts);
    for (String tag : byLanguage.keySet()) {
      if (!TAG.matcher(tag).matches()) {
        at.problem("has a name that is not a language tag: " + tag);
      }
    }
    if (at.present() && !byLanguage.containsKey(language)) {
      at.problem("must hold the language the instrument was written in: " + language);
    }
    return new Wording(language, byLanguage);
  }

  private Texts texts(Cursor at) {
    at.object(
        "title",
        "description",
        "stem",
        "subjects",
        "act",
        "axes",
        "shared",
        "competences",
        "items",
        "scale",
        "sources",
        "forms",
        "amounts",
        "openQuestions");
    Cursor scaleAt = at.at("scale").object("points", "unable");
    if (scale.unable() && !scaleAt.at("unable").present()) {
      scaleAt.at("unable").problem("is missing");
    }
    Cursor shared = at.at("shared");
    return new Texts(
        at.name(),
        at.at("title").text(),
        at.at("description").optionalText(),
        at.at("stem").optionalText(),
        at.at("subjects").entries(Cursor::text),
        at.at("act").optionalText(),
        names(at.at("axes"), axisCodes()),
        shared.present() ? named(shared) : null,
        names(at.at("competences"), competenceCodes()),
        words(at.at("items"), framework.items.stream().map(Item::code).toList()),
        points(scaleAt.at("points"), scale.points()),
        scaleAt.at("unable").optionalText(),
        words(at.at("sources"), sources.stream().map(Source::code).toList()),
        at.at("forms").entries(Cursor::text),
        amounts(at.at("amounts")),
        words(at.at("openQuestions"), framework.openQuestions()));
  }

  private List<String> axisCodes() {
    return framework.axes.stream().map(Instrument.Axis::code).toList();
  }

  private List<String> competenceCodes() {
    return framework.competences.stream().map(Instrument.Competence::code).toList();
  }

  private @Nullable AmountTexts amounts(Cursor at) {
    if (amounts == null) {
      if (at.present()) {
        at.problem("the framework has no amount items");
      }
      return null;
    }
    at.object("stem", "points", "items");
    return new AmountTexts(
        at.at("stem").text(),
        points(at.at("points"), amounts.max() - amounts.min() + 1),
        words(at.at("items"), amounts.items().stream().map(Amount::code).toList()));
  }

  private static List<Point> points(Cursor at, int count) {
    List<Point> points =
        at.elements(11).stream()
            .map(c -> c.object("label", "anchor"))
            .map(c -> new Point(c.at("label").text(), c.at("anchor").optionalText()))
            .toList();
    if (points.size() != count) {
      at.problem("must hold " + count + " labels, one for each point of the scale");
    }
    return points;
  }

  private static Named named(Cursor at) {
    at.object("name", "definition");
    return new Named(at.at("name").text(), at.at("definition").optionalText());
  }

  private static Map<String, Named> names(Cursor at, List<String> codes) {
    Map<String, Named> found = at.entries(WordingReader::named);
    same(at, found.keySet(), codes);
    return found;
  }

  private static Map<String, String> words(Cursor at, List<String> codes) {
    Map<String, String> found = at.entries(Cursor::text);
    same(at, found.keySet(), codes);
    return found;
  }

  private static void same(Cursor at, Collection<String> found, List<String> codes) {
    for (String code : codes) {
      if (!found.contains(code)) {
        at.at(code).problem("is missing");
      }
    }
    for (String code : found) {
      if (!codes.contains(code)) {
        at.at(code).problem("has no such code in the framework");
      }
    }
  }
}
