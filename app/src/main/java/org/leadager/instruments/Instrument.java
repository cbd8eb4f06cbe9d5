package org.leadager.instruments;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of one instrument, never changed once made. All lists keep the framework's order.
 *
 * @param code stable name, such as {@code leadager}
 * @param version version within the code, such as {@code 1}
 * @param axes one to three latent axes; none for {@link Kind#CONDITIONS}
 * @param competences groups of items; empty where the instrument defines none
 * @param bands only for {@link Kind#CONDITIONS}
 * @param amounts items asking for too little or too much; null where there are none
 * @param openQuestions codes of questions answered in words
 * @param parameters day-one priors of the rating model; null where they must come from the answers
 * @param contentHash SHA-256 of the canonical definition, 64 hexadecimal digits
 */
public record Instrument(
    String code,
    String version,
    Kind kind,
    List<Axis> axes,
    List<Competence> competences,
    List<Item> items,
    Scale scale,
    List<Form> forms,
    List<Source> sources,
    @Nullable Bands bands,
    @Nullable Amounts amounts,
    List<String> openQuestions,
    @Nullable Parameters parameters,
    Wording wording,
    String contentHash) {

  /** What an answer says. */
  public enum Kind {
    /** How often an act is seen; a role's need can be set on the same scale. */
    FREQUENCY,
    /** Any other rating of a person; no need, no zones. */
    AGREEMENT,
    /** What a job gives people; pair means, no axes. */
    CONDITIONS
  }

  /** How much of an item's form it is part of: anchors make the short form and link forms. */
  public enum Level {
    ANCHOR,
    SECOND,
    OTHER
  }

  /** Whether a competence leans to what could be gained, to what could be lost, or to both. */
  public enum Lean {
    UP,
    DOWN,
    BOTH
  }

  /** What people need from around them to get the job done. */
  public enum Capability {
    RESOURCES,
    SUPPORT,
    SKILLS,
    RELATIONSHIPS
  }

  /** The disclosure group of a source; self and boss are named, the others are protected. */
  public enum Group {
    SELF,
    BOSS,
    PEERS,
    REPORTS,
    OTHERS
  }

  /** A latent axis. */
  public record Axis(String code) {}

  /**
   * A group of items.
   *
   * @param weights one for each axis, in axis order; all zero where there are no axes
   * @param lean null where the instrument defines none
   */
  public record Competence(
      String code, List<Double> weights, @Nullable Lean lean, List<Capability> capabilities) {}

  /**
   * One item.
   *
   * @param competence code of its competence, or null
   * @param weights one for each axis, in axis order (its competence's where it has one)
   * @param reversed whether a high answer speaks against the person
   * @param act whether its "this" stands for the act named in the case
   */
  public record Item(
      String code,
      @Nullable String competence,
      List<Double> weights,
      Level level,
      boolean reversed,
      boolean act) {}

  /**
   * The response scale: 1 to {@code points}.
   *
   * @param unable whether "not able to judge" is offered, which is missing data
   */
  public record Scale(int points, boolean unable) {}

  /** A selection of items under a name. */
  public record Form(String code, List<String> items) {}

  /** Where ratings come from. */
  public record Source(String code, Group group) {}

  /** A pair's mean at or below {@code low} is low, at or above {@code good} good. */
  public record Bands(double low, double good) {}

  /** Items asking for too little ({@code min}) to too much ({@code max}); 0 is about right. */
  public record Amounts(int min, int max, List<Amount> items) {}

  /** One amount item. */
  public record Amount(String code, Lean lean) {}

  /** The item with this code. */
  public Optional<Item> item(String itemCode) {
    return items.stream().filter(i -> i.code().equals(itemCode)).findFirst();
  }

  /** The items of a competence, in order. */
  public List<Item> itemsOf(String competenceCode) {
    return items.stream().filter(i -> competenceCode.equals(i.competence())).toList();
  }

  /** The form with this code. */
  public Optional<Form> form(String formCode) {
    return forms.stream().filter(f -> f.code().equals(formCode)).findFirst();
  }

  /** The items of a form, in the instrument's order. */
  public List<Item> itemsOf(Form form) {
    return items.stream().filter(i -> form.items().contains(i.code())).toList();
  }

  /** The source with this code. */
  public Optional<Source> source(String sourceCode) {
    return sources.stream().filter(s -> s.code().equals(sourceCode)).findFirst();
  }

  /** Whether a role's need can be set, and with it zones and P(both). */
  public boolean hasNeed() {
    return kind == Kind.FREQUENCY && !competences.isEmpty();
  }
}
