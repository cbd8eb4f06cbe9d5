package org.leadager.reports;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.InstrumentsForTests;
import org.leadager.scores.Figures;
import org.leadager.scores.Figures.Axis;
import org.leadager.scores.Figures.Frequency;
import org.leadager.scores.Figures.Group;
import org.leadager.scores.Figures.Level;
import org.leadager.scores.Figures.Need;
import org.leadager.scores.Figures.Outcome;
import org.leadager.scores.Figures.Tick;
import org.leadager.scores.Figures.View;

/** Invented figures of one subject, as scoring would hand them over. */
final class SampleFigures {
  static final Instrument LEADAGER = InstrumentsForTests.leadager();

  private static final List<Tick> TICKS =
      List.of(new Tick(2, -2.9), new Tick(3, -1.8), new Tick(4, -.5), new Tick(5, 1.1));

  private double management = .42;
  private double leadership = .44;
  private boolean needs = true;
  private boolean self = true;
  private List<Group> groups =
      List.of(
          new Group("self", 1),
          new Group("boss", 1),
          new Group("peers", 4),
          new Group("reports", 5));
  private int withheld;

  /** Standard errors of the two axes. */
  SampleFigures errors(double forManagement, double forLeadership) {
    management = forManagement;
    leadership = forLeadership;
    return this;
  }

  SampleFigures withoutNeeds() {
    needs = false;
    return this;
  }

  SampleFigures withoutSelf() {
    self = false;
    groups = groups.stream().filter(g -> !g.kind().equals("self")).toList();
    return this;
  }

  /** The direct reports were too few: nothing of them is left but the fact that a group is held. */
  SampleFigures reportsWithheld() {
    groups = groups.stream().filter(g -> !g.kind().equals("reports")).toList();
    withheld = 1;
    return this;
  }

  Figures figures() {
    double covariance = .5 * management * leadership;
    return new Figures(
        Figures.FORMAT,
        Outcome.SCORED,
        "",
        true,
        false,
        false,
        groups,
        withheld,
        List.of(
            axis("M", new Level(.4, management), new Frequency(4.6, 4.2, 5), need(4.2, -.2, .92)),
            axis(
                "L", new Level(-.6, leadership), new Frequency(3.9, 3.5, 4.4), need(4.4, .1, .18))),
        List.of(
            List.of(management * management, covariance),
            List.of(covariance, leadership * leadership)),
        needs ? .19 : null,
        competences(),
        groups.stream()
            .filter(g -> !g.kind().equals("self"))
            .map(g -> view(g.kind(), g.raters()))
            .toList(),
        self ? new View("self", 1, List.of(new Level(.5, .5), new Level(.9, .5))) : null,
        amounts(),
        groups.stream().map(g -> new Figures.Unable(g.kind(), .04)).toList());
  }

  private static Axis axis(String code, Level level, Frequency frequency, @Nullable Need need) {
    return new Axis(code, level, frequency, need, TICKS);
  }

  private @Nullable Need need(double frequency, double level, double above) {
    return needs ? new Need(frequency, level, above) : null;
  }

  private static View view(String kind, int raters) {
    double shift = raters * .1 - .2;
    return new View(kind, raters, List.of(new Level(.4 + shift, .5), new Level(-.6 + shift, .5)));
  }

  private List<Figures.Competence> competences() {
    List<Figures.Competence> competences = new ArrayList<>();
    double[] above = {
      .95, .8, .22, .93, .5, .6, .45, .2, .05, .5, .12, .4, .91, .85, .96, .5, .8, .5
    };
    List<Instrument.Competence> framework = LEADAGER.competences();
    for (int i = 0; i < framework.size(); i++) {
      double mean = 3.4 + above[i] * 1.6;
      competences.add(
          new Figures.Competence(
              framework.get(i).code(),
              new Level(above[i], .5),
              new Level(above[i] - .5, .4),
              new Frequency(mean, mean - .5, mean + .4),
              need(4.2, 0, above[i]),
              10,
              self ? mean + .3 : null));
    }
    return competences;
  }

  private static List<Figures.Amount> amounts() {
    return List.of(
        new Figures.Amount("A1", -1.1, -1.6, -.6, 10),
        new Figures.Amount("A2", .1, -.3, .4, 10),
        new Figures.Amount("A3", -.9, -1.4, -.4, 10),
        new Figures.Amount("A4", 0, -.4, .4, 10),
        new Figures.Amount("A5", -1.2, -1.7, -.7, 10),
        new Figures.Amount("A6", .1, -.3, .5, 10));
  }

  /** A set of one source on its own scale, with so many axes. */
  static Figures foreign(int axes) {
    List<Axis> made = new ArrayList<>();
    List<List<Double>> covariance = new ArrayList<>();
    for (int i = 0; i < axes; i++) {
      made.add(new Axis("X" + i, new Level(.6 - .5 * i, .3), null, null, List.of()));
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < axes; j++) {
        row.add(i == j ? .09 : .03);
      }
      covariance.add(row);
    }
    return new Figures(
        Figures.FORMAT,
        Outcome.SCORED,
        "",
        true,
        true,
        true,
        List.of(new Group("others", 31)),
        0,
        made,
        covariance,
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of());
  }

  /** A subject without figures. */
  static Figures none(Outcome outcome) {
    return new Figures(
        Figures.FORMAT,
        outcome,
        "",
        true,
        false,
        false,
        List.of(),
        1,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of());
  }
}
