package org.leadager.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.leadager.scores.Figures;

/** Turns frozen content into a view. Pure: the same content gives the same page for ever. */
final class ReportViews {
  private ReportViews() {}

  /**
   * @param releasedAt null for a preview
   */
  static ReportView of(ReportContent content, @Nullable Instant releasedAt) {
    CompetenceSection competences = new CompetenceSection(content);
    AxisSection axes = new AxisSection(content);
    return new ReportView(
        content.person(),
        content.round(),
        lede(content),
        audience(content),
        notes(content, releasedAt),
        who(content, competences),
        axes.view(),
        competences.choices(),
        competences.list(),
        new OthersSection(content).view(),
        BalanceSection.of(content),
        content.comments().stream()
            .map(said -> new ReportView.Comments(said.question(), said.words()))
            .toList(),
        method(content, releasedAt));
  }

  private static String audience(ReportContent content) {
    return ("Written to %s. They can read it, and so can the consultants of %s. What one peer, direct"
            + " report or other rater answered is shown nowhere.")
        .formatted(content.person(), content.organisation());
  }

  private static String lede(ReportContent content) {
    Figures figures = content.figures();
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < figures.axes().size(); i++) {
      Figures.Axis axis = figures.axes().get(i);
      if (axis.need() != null && Limits.grey(axis)) {
        parts.add(content.words().axes().get(i).name() + ": too much doubt to say.");
      } else if (axis.need() != null && !Limits.refused(axis)) {
        parts.add(
            content.words().axes().get(i).name()
                + " "
                + switch (Limits.zone(axis.need().above())) {
                  case CLEAR_STRENGTH -> "is clearly at what the role needs or above.";
                  case LIKELY_STRENGTH -> "is likely at what the role needs or above.";
                  case CANNOT_TELL -> "may or may not be what the role needs.";
                  case LIKELY_NEED -> "is likely below what the role needs.";
                  case CLEAR_NEED -> "is clearly below what the role needs.";
                });
      }
    }
    return parts.isEmpty()
        ? "What the people who were asked see, and how sure we are of it."
        : String.join(" ", parts);
  }

  private static List<String> notes(ReportContent content, @Nullable Instant releasedAt) {
    List<String> notes = new ArrayList<>();
    if (releasedAt == null) {
      notes.add("Not released yet. Only consultants see this page.");
    }
    if (content.figures().provisional()) {
      notes.add(
          "Provisional. The questions are new and their measures are expert guesses, so these are"
              + " frequencies that people report seeing. There are no norms, no rank and no overall"
              + " grade.");
    }
    if (content.figures().ownScale()) {
      notes.add(ownScale(content));
    }
    return notes;
  }

  private static String ownScale(ReportContent content) {
    return "The middle of every scale is the middle of the %d rated here, and its unit is how far"
            .formatted(content.method().people())
        + " they spread. “Above” means one unit above that middle, not good or bad in itself.";
  }

  private static ReportView.Who who(ReportContent content, CompetenceSection competences) {
    Figures figures = content.figures();
    List<ReportView.Group> groups = new ArrayList<>();
    int others = 0;
    for (Figures.Group group : figures.groups()) {
      boolean self = group.kind().equals(Groups.SELF);
      others += self ? 0 : group.raters();
      groups.add(
          new ReportView.Group(
              group.kind(),
              content.words().group(group.kind()),
              self ? "Done" : Integer.toString(group.raters()),
              self
                  ? "shown apart, never mixed in"
                  : Groups.named(group.kind())
                      ? "named source"
                      : group.kind().equals(Groups.COLLEAGUES)
                          ? "smaller groups, taken together"
                          : "always grouped"));
    }
    return new ReportView.Who(summary(figures, others, competences), groups, withheld(figures));
  }

  private static String summary(Figures figures, int others, CompetenceSection competences) {
    String who = Sayings.people(others) + (self(figures) ? " and you." : ".");
    long axes = figures.axes().stream().filter(a -> !Limits.refused(a) && !Limits.grey(a)).count();
    if (axes == 0) {
      return who + " Too few, or too far apart, to lean on what is said of any axis.";
    }
    String sure =
        axes == figures.axes().size()
            ? " Enough to speak about " + every(figures.axes().size())
            : " Enough to speak about %d of %d axes".formatted(axes, figures.axes().size());
    boolean needs = figures.competences().stream().anyMatch(c -> c.need() != null);
    if (!needs) {
      return who + sure + ".";
    }
    return who
        + sure
        + "; enough to place %d of the %d competences."
            .formatted(competences.told(), figures.competences().size());
  }

  private static boolean self(Figures figures) {
    return figures.groups().stream().anyMatch(g -> g.kind().equals(Groups.SELF));
  }

  private static String every(int axes) {
    return axes == 1 ? "the axis" : axes == 2 ? "both axes" : "all " + axes + " axes";
  }

  private static @Nullable String withheld(Figures figures) {
    if (figures.withheld() == 0) {
      return null;
    }
    return (figures.withheld() == 1 ? "One group" : figures.withheld() + " groups")
        + " had too few people to be shown. Their answers are in no figure of this report, totals"
        + " included.";
  }

  private static ReportView.Method method(ReportContent content, @Nullable Instant releasedAt) {
    Figures figures = content.figures();
    ReportContent.Method made = content.method();
    List<ReportView.Fact> facts = new ArrayList<>();
    facts.add(new ReportView.Fact("Questions", made.instrument() + ", " + made.form()));
    int others =
        figures.groups().stream()
            .filter(g -> !g.kind().equals(Groups.SELF))
            .mapToInt(Figures.Group::raters)
            .sum();
    facts.add(
        new ReportView.Fact("Forms used", others + (self(figures) ? " besides your own" : "")));
    facts.add(new ReportView.Fact("Smallest group", made.minimumGroup() + " people"));
    for (Figures.Unable unable : figures.unable()) {
      if (figures.groups().stream().anyMatch(g -> g.kind().equals(unable.kind()))) {
        facts.add(
            new ReportView.Fact(
                "Not able to judge, " + Sayings.lower(content.words().group(unable.kind())),
                String.format(Locale.ROOT, "%.0f in 100 answers", unable.share() * 100)));
      }
    }
    facts.add(new ReportView.Fact("Parameters", made.parameters()));
    facts.add(new ReportView.Fact("Engine", made.engine()));
    facts.add(new ReportView.Fact("Worked out on", Sayings.day(made.scoredAt())));
    if (releasedAt != null) {
      facts.add(new ReportView.Fact("Released on", Sayings.day(releasedAt)));
    }
    return new ReportView.Method(facts, methodWords(content));
  }

  private static List<String> methodWords(ReportContent content) {
    List<String> words = new ArrayList<>();
    words.add(
        "A statistical model takes the rater into account: one rater mostly measures the rater. It"
            + " counts “not able to judge” as missing, never as a middle answer.");
    words.add(
        "Clear means at least 9 chances in 10, likely at least 3 in 4; otherwise we cannot tell. An"
            + " axis with too much doubt is shown in grey, with far too much not at all.");
    if (content.figures().self() != null) {
      words.add(
          "Your own answers stand apart. People rate themselves higher on average; that much is"
              + " taken off before your view is compared.");
    }
    words.add(
        "Comments are shown where five or more people wrote, word for word, shuffled and without"
            + " date. Their words may still give people away. Please do not try to find out who"
            + " wrote what.");
    words.add("This report will not change. What it says was fixed on the day of its release.");
    return words;
  }
}
