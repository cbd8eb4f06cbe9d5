package org.leadager.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instrument.Lean;
import org.leadager.instruments.Instrument.Source;
import org.leadager.instruments.Wording;
import org.leadager.reports.ReportContent.Amount;
import org.leadager.reports.ReportContent.Axis;
import org.leadager.reports.ReportContent.Competence;
import org.leadager.reports.ReportContent.Method;
import org.leadager.reports.ReportContent.Named;
import org.leadager.reports.ReportContent.Said;
import org.leadager.reports.ReportContent.Words;
import org.leadager.rounds.Round;
import org.leadager.scores.Snapshot;

/** Puts a report's content together from what is there on the day of release. */
final class ContentMaker {
  private static final String LEADAGER = "leadager";
  private static final Map<String, String> GROUPS =
      Map.of(
          "self", "You",
          "boss", "Boss",
          "peers", "Peers",
          "reports", "Direct reports",
          "others", "Others",
          "colleagues", "Colleagues");

  private final String organisation;
  private final Round round;
  private final Instrument instrument;
  private final int people;

  /**
   * @param people how many were rated in the round
   */
  ContentMaker(String organisation, Round round, Instrument instrument, int people) {
    this.organisation = organisation;
    this.round = round;
    this.instrument = instrument;
    this.people = people;
  }

  ReportContent content(String person, Snapshot snapshot, List<Said> comments) {
    return new ReportContent(
        ReportContent.FORMAT,
        person,
        organisation,
        round.name(),
        words(),
        snapshot.figures(),
        comments,
        method(snapshot));
  }

  private Words words() {
    Wording.Texts texts = instrument.wording().original();
    List<String> amountPoints =
        texts.amounts() == null
            ? List.of()
            : texts.amounts().points().stream().map(Wording.Point::label).toList();
    return new Words(
        instrument.axes().stream().map(a -> axis(texts, a.code())).toList(),
        instrument.competences().stream().map(c -> competence(texts, c)).toList(),
        texts.points().stream().map(Wording.Point::label).toList(),
        texts.shared() == null
            ? null
            : new Named(texts.shared().name(), texts.shared().definition()),
        groups(texts),
        amounts(texts),
        amountPoints,
        instrument.amounts() == null ? 0 : instrument.amounts().min(),
        instrument.code().equals(LEADAGER));
  }

  private static Axis axis(Wording.Texts texts, String code) {
    Wording.Named named = texts.axes().get(code);
    return new Axis(code, texts.axis(code), named == null ? null : named.definition());
  }

  private Competence competence(Wording.Texts texts, Instrument.Competence competence) {
    List<String> axes = new ArrayList<>();
    for (int i = 0; i < competence.weights().size(); i++) {
      if (competence.weights().get(i) != 0) {
        axes.add(instrument.axes().get(i).code());
      }
    }
    Wording.Named named = texts.competences().get(competence.code());
    String definition = named == null ? null : named.definition();
    return new Competence(competence.code(), texts.competence(competence.code()), definition, axes);
  }

  /** A group that has one source only is called as the instrument calls that source. */
  private Map<String, String> groups(Wording.Texts texts) {
    Map<String, String> names = new HashMap<>(GROUPS);
    for (Instrument.Group group : Instrument.Group.values()) {
      List<Source> sources = instrument.sources().stream().filter(s -> s.group() == group).toList();
      if (group != Instrument.Group.SELF && sources.size() == 1) {
        String code = sources.getFirst().code();
        names.put(Groups.kind(group), texts.sources().getOrDefault(code, code));
      }
    }
    return names;
  }

  private List<Amount> amounts(Wording.Texts texts) {
    Wording.AmountTexts words = texts.amounts();
    if (instrument.amounts() == null || words == null) {
      return List.of();
    }
    return instrument.amounts().items().stream()
        .filter(a -> a.lean() != Lean.BOTH)
        .map(a ->
            new Amount(
                a.code(), words.items().getOrDefault(a.code(), a.code()), a.lean() == Lean.UP))
        .toList();
  }

  private Method method(Snapshot snapshot) {
    Wording.Texts texts = instrument.wording().original();
    Instrument.Form form = instrument.form(round.form()).orElseThrow();
    return new Method(
        texts.title(),
        texts.forms().getOrDefault(form.code(), form.code()),
        form.items().size(),
        people,
        round.minimumGroup(),
        snapshot.parameters(),
        snapshot.engine(),
        snapshot.scoredAt());
  }
}
