package org.leadager.instruments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.leadager.instruments.Instrument.Amount;
import org.leadager.instruments.Instrument.Amounts;
import org.leadager.instruments.Instrument.Axis;
import org.leadager.instruments.Instrument.Bands;
import org.leadager.instruments.Instrument.Capability;
import org.leadager.instruments.Instrument.Competence;
import org.leadager.instruments.Instrument.Form;
import org.leadager.instruments.Instrument.Group;
import org.leadager.instruments.Instrument.Item;
import org.leadager.instruments.Instrument.Kind;
import org.leadager.instruments.Instrument.Lean;
import org.leadager.instruments.Instrument.Level;
import org.leadager.instruments.Instrument.Scale;
import org.leadager.instruments.Instrument.Source;

/** Reads the sections {@code framework} and {@code items}. */
final class FrameworkReader {
  /**
   * Equal weights that keep an item's variance near 1 at the axes' prior correlation of .65: 1/√(k
   * + .65·k(k − 1)) for k axes, rounded to two places.
   */
  private static final List<Double> EQUAL_WEIGHT = List.of(1.0, .55, .38);

  private static final Map<String, Kind> KINDS =
      Map.of(
          "frequency", Kind.FREQUENCY, "agreement", Kind.AGREEMENT, "conditions", Kind.CONDITIONS);
  private static final Map<String, Lean> LEANS =
      Map.of("up", Lean.UP, "down", Lean.DOWN, "both", Lean.BOTH);
  private static final Map<String, Level> LEVELS =
      Map.of("anchor", Level.ANCHOR, "second", Level.SECOND, "other", Level.OTHER);
  private static final Map<String, Capability> CAPABILITIES =
      Map.of(
          "Re", Capability.RESOURCES,
          "Su", Capability.SUPPORT,
          "Sk", Capability.SKILLS,
          "Rl", Capability.RELATIONSHIPS);
  private static final Map<String, Group> GROUPS =
      Map.of(
          "self", Group.SELF,
          "boss", Group.BOSS,
          "peers", Group.PEERS,
          "reports", Group.REPORTS,
          "others", Group.OTHERS);

  final Cursor framework;
  final Cursor itemList;
  final Kind kind;
  final List<Axis> axes;
  final List<Competence> competences;
  final List<Item> items;

  FrameworkReader(Cursor framework, Cursor itemList) {
    this.framework =
        framework.object(
            "code",
            "version",
            "kind",
            "language",
            "axes",
            "competences",
            "scale",
            "bands",
            "sources",
            "forms",
            "amounts",
            "openQuestions");
    this.itemList = itemList;
    Cursor kindAt = framework.at("kind");
    kind = kindAt.present() ? kindAt.choice(KINDS, Kind.AGREEMENT) : Kind.AGREEMENT;
    axes =
        framework.at("axes").elements(3).stream()
            .map(c -> new Axis(c.object("code").at("code").code()))
            .toList();
    unique(framework.at("axes"), axes.stream().map(Axis::code).toList());
    if (axes.isEmpty() != (kind == Kind.CONDITIONS)) {
      framework.at("axes").problem("must hold one to three axes (none for conditions)");
    }
    competences = framework.at("competences").elements(60).stream().map(this::competence).toList();
    unique(framework.at("competences"), competences.stream().map(Competence::code).toList());
    items = itemList.elements(300).stream().map(this::item).toList();
    unique(itemList, items.stream().map(Item::code).toList());
    checkItems();
  }

  private Competence competence(Cursor at) {
    at.object("code", "weights", "lean", "capabilities");
    Cursor weights = at.at("weights");
    if (weights.present() == (kind == Kind.CONDITIONS)) {
      weights.problem("must name axes (conditions have none)");
    }
    Cursor lean = at.at("lean");
    List<Capability> capabilities =
        at.at("capabilities").elements(4).stream()
            .map(c -> c.choice(CAPABILITIES, Capability.SKILLS))
            .toList();
    unique(at.at("capabilities"), capabilities);
    return new Competence(
        at.at("code").code(),
        weights(weights),
        lean.present() ? lean.choice(LEANS, Lean.BOTH) : null,
        capabilities);
  }

  private Item item(Cursor at) {
    at.object("code", "competence", "axes", "weights", "level", "reversed", "act");
    Cursor level = at.at("level");
    Cursor competence = at.at("competence");
    String inside = competence.present() ? competence.code() : null;
    return new Item(
        at.at("code").code(),
        inside,
        itemWeights(at, inside),
        level.present() ? level.choice(LEVELS, Level.OTHER) : Level.OTHER,
        at.at("reversed").truth(false),
        at.at("act").truth(false));
  }

  private List<Double> itemWeights(Cursor at, @Nullable String competence) {
    Cursor named = at.at("axes");
    Cursor weights = at.at("weights");
    int given =
        (competence != null ? 1 : 0) + (named.present() ? 1 : 0) + (weights.present() ? 1 : 0);
    if (given != 1) {
      at.problem("must have exactly one of competence, axes, weights");
      return weights(weights);
    }
    if (competence != null) {
      return competences.stream()
          .filter(c -> c.code().equals(competence))
          .map(Competence::weights)
          .findFirst()
          .orElseGet(() -> unknown(at.at("competence"), competence));
    }
    if (weights.present()) {
      return weights(weights);
    }
    List<String> codes = named.elements(3).stream().map(Cursor::code).toList();
    unique(named, codes);
    if (codes.isEmpty()) {
      named.problem("must name at least one axis");
      return List.of();
    }
    double equal = EQUAL_WEIGHT.get(codes.size() - 1);
    return vector(named, codes.stream().distinct().collect(Collectors.toMap(c -> c, c -> equal)));
  }

  private List<Double> unknown(Cursor at, String code) {
    at.problem("is not in the framework: " + code);
    return axes.stream().map(a -> 0.0).toList();
  }

  private List<Double> weights(Cursor at) {
    return vector(at, at.entries(c -> c.positive(2)));
  }

  private List<Double> vector(Cursor at, Map<String, Double> byAxis) {
    Set<String> known = axes.stream().map(Axis::code).collect(Collectors.toSet());
    for (String code : byAxis.keySet()) {
      if (!known.contains(code)) {
        at.problem("names an axis that is not in the framework: " + code);
      }
    }
    return axes.stream().map(a -> byAxis.getOrDefault(a.code(), 0.0)).toList();
  }

  private void checkItems() {
    if (items.isEmpty()) {
      itemList.problem("must hold at least one item");
    }
    for (int a = 0; a < axes.size(); a++) {
      int axis = a;
      if (items.stream().noneMatch(i -> i.weights().size() > axis && i.weights().get(axis) > 0)) {
        itemList.problem("hold nothing for the axis " + axes.get(a).code());
      }
    }
    for (Competence c : competences) {
      if (items.stream().noneMatch(i -> c.code().equals(i.competence()))) {
        itemList.problem("hold nothing for the competence " + c.code());
      }
    }
  }

  Scale scale() {
    Cursor at = framework.at("scale").object("points", "unable");
    return new Scale(at.at("points").integer(3, 10), at.at("unable").truth(true));
  }

  @Nullable Bands bands() {
    Cursor at = framework.at("bands");
    if (!at.present()) {
      if (kind == Kind.CONDITIONS) {
        at.problem("is missing");
      }
      return null;
    }
    at.object("low", "good");
    Bands bands = new Bands(at.at("low").number(1, 10), at.at("good").number(1, 10));
    if (bands.low() >= bands.good()) {
      at.problem("low must be below good");
    }
    return bands;
  }

  List<Source> sources() {
    Cursor at = framework.at("sources");
    List<Source> sources =
        at.elements(10).stream()
            .map(c -> c.object("code", "group"))
            .map(c -> new Source(c.at("code").code(), c.at("group").choice(GROUPS, Group.OTHERS)))
            .toList();
    unique(at, sources.stream().map(Source::code).toList());
    if (sources.isEmpty()) {
      at.problem("must hold at least one source");
    }
    return sources;
  }

  List<Form> forms() {
    Cursor at = framework.at("forms");
    if (!at.present()) {
      return List.of(new Form("all", items.stream().map(Item::code).toList()));
    }
    List<Form> forms = at.elements(10).stream().map(this::form).toList();
    unique(at, forms.stream().map(Form::code).toList());
    return forms;
  }

  private Form form(Cursor at) {
    at.object("code", "levels", "items");
    Cursor levels = at.at("levels");
    Cursor chosen = at.at("items");
    if (levels.present() == chosen.present()) {
      at.problem("must have either levels or items");
    }
    List<String> codes = new ArrayList<>(chosen.elements(300).stream().map(Cursor::code).toList());
    unique(chosen, codes);
    Set<String> known = items.stream().map(Item::code).collect(Collectors.toSet());
    codes.stream()
        .filter(c -> !known.contains(c))
        .forEach(c -> chosen.problem("not an item: " + c));
    Set<Level> wanted =
        levels.elements(3).stream()
            .map(c -> c.choice(LEVELS, Level.OTHER))
            .collect(Collectors.toSet());
    items.stream().filter(i -> wanted.contains(i.level())).map(Item::code).forEach(codes::add);
    if (codes.isEmpty()) {
      at.problem("holds no item");
    }
    return new Form(at.at("code").code(), List.copyOf(codes));
  }

  @Nullable Amounts amounts() {
    Cursor at = framework.at("amounts");
    if (!at.present()) {
      return null;
    }
    at.object("min", "max", "items");
    List<Amount> amounts =
        at.at("items").elements(20).stream()
            .map(c -> c.object("code", "lean"))
            .map(c -> new Amount(c.at("code").code(), c.at("lean").choice(LEANS, Lean.UP)))
            .toList();
    unique(at.at("items"), amounts.stream().map(Amount::code).toList());
    return new Amounts(at.at("min").integer(-5, -1), at.at("max").integer(1, 5), amounts);
  }

  List<String> openQuestions() {
    Cursor at = framework.at("openQuestions");
    List<String> codes = at.elements(10).stream().map(Cursor::code).toList();
    unique(at, codes);
    return codes;
  }

  private static void unique(Cursor at, List<?> values) {
    Set<Object> seen = new HashSet<>();
    for (Object value : values) {
      if (!seen.add(value)) {
        at.problem("holds twice: " + value);
      }
    }
  }
}
