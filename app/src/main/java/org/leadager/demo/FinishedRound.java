package org.leadager.demo;

import static org.leadager.platform.db.jooq.platform.Tables.MAIL;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import org.leadager.answers.Draft;
import org.leadager.answers.RatingForms;
import org.leadager.answers.Save;
import org.leadager.answers.Sitting;
import org.leadager.instruments.Instrument;
import org.leadager.instruments.Instruments;
import org.leadager.platform.db.Database;
import org.leadager.rounds.Needs;
import org.leadager.rounds.Panel;
import org.leadager.rounds.Round;
import org.leadager.rounds.RoundSetup;
import org.leadager.rounds.RoundState;
import org.leadager.rounds.Rounds;
import org.leadager.scores.SampleAnswers;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Answers the sample's finished round through its raters' own links, and closes it. Every step can
 * be taken again, so a start that was cut short is made up for by the next.
 */
@Component
@Profile("demo")
class FinishedRound {
  private final Database database;
  private final RatingForms forms;
  private final Needs needs;
  private final Rounds rounds;
  private final RoundSetup setup;
  private final Instruments instruments;

  FinishedRound(
      Database database,
      RatingForms forms,
      Needs needs,
      Rounds rounds,
      RoundSetup setup,
      Instruments instruments) {
    this.database = database;
    this.forms = forms;
    this.needs = needs;
    this.rounds = rounds;
    this.setup = setup;
    this.instruments = instruments;
  }

  /** Finishes this round of the case, unless it is finished. */
  void finish(UUID organisation, UUID consultant, Round round, SampleText.Finished text) {
    if (round.state() != RoundState.OPEN) {
      return;
    }
    Map<UUID, Save> answers = answers(organisation, round, text);
    for (String link : links(organisation)) {
      Optional<Sitting> sitting = forms.open(link).filter(s -> s.round().equals(round.id()));
      sitting.ifPresent(s -> s.tasks().forEach(task -> answer(s, task, answers, text)));
    }
    SampleRounds.require(rounds.close(organisation, consultant, round.id()));
  }

  private void answer(
      Sitting sitting, Sitting.Task task, Map<UUID, Save> answers, SampleText.Finished text) {
    forms.save(sitting, task, Objects.requireNonNull(answers.get(task.request())));
    forms.submit(sitting, task);
    if (task.source().equals("boss")) {
      SampleRounds.require(
          needs.set(
              sitting.organisation(), task.request(), sitting.rater(), text.needs(), Set.of()));
    }
  }

  /** What each rater says, by request. */
  private Map<UUID, Save> answers(UUID organisation, Round round, SampleText.Finished text) {
    Instrument instrument =
        instruments
            .find(organisation, round.instrumentCode(), round.instrumentVersion())
            .orElseThrow();
    SampleAnswers sample =
        new SampleAnswers(instrument, instrument.form(round.form()).orElseThrow());
    Map<String, Panel.Subject> panel = new HashMap<>();
    setup
        .panel(organisation, round.id())
        .orElseThrow()
        .subjects()
        .forEach(subject -> panel.put(subject.name(), subject));
    Map<UUID, Save> answers = new HashMap<>();
    for (int i = 0; i < text.subjects().size(); i++) {
      SampleText.Rated rated = text.subjects().get(i);
      List<Panel.Seat> seats =
          Objects.requireNonNull(panel.get(rated.name()), rated.name()).seats().stream()
              .sorted(Comparator.comparing(Panel.Seat::source).thenComparing(Panel.Seat::name))
              .toList();
      List<Map<String, Integer>> drawn =
          sample.draw(
              rated.axes(), seats.stream().map(Panel.Seat::source).toList(), text.seed() + i);
      List<Map<String, String>> words = words(seats, rated.comments());
      for (int r = 0; r < seats.size(); r++) {
        answers.put(seats.get(r).id(), save(instrument, round, drawn.get(r), words.get(r)));
      }
    }
    return answers;
  }

  private static Save save(
      Instrument instrument, Round round, Map<String, Integer> drawn, Map<String, String> words) {
    Map<String, Draft.Answer> values = new HashMap<>();
    instrument
        .itemsOf(instrument.form(round.form()).orElseThrow())
        .forEach(item -> values.put(item.code(), Draft.Answer.UNABLE));
    drawn.forEach((item, answer) -> values.put(item, new Draft.Answer(answer)));
    return new Save(0, values, words);
  }

  /** Shares the words of each question out over the peers and reports, the first to the first. */
  private static List<Map<String, String>> words(
      List<Panel.Seat> seats, Map<String, List<String>> comments) {
    List<Map<String, String>> words = new ArrayList<>();
    seats.forEach(seat -> words.add(new HashMap<>()));
    comments.forEach((question, texts) -> {
      int next = 0;
      for (int r = 0; r < seats.size() && next < texts.size(); r++) {
        if (!Set.of("self", "boss").contains(seats.get(r).source())) {
          words.get(r).put(question, texts.get(next));
          next++;
        }
      }
    });
    return words;
  }

  private List<String> links(UUID organisation) {
    return database
        .outside(dsl ->
            dsl.select(MAIL.BODY)
                .from(MAIL)
                .where(MAIL.ORGANISATION_ID.eq(organisation))
                .and(MAIL.DEDUPE_KEY.startsWith("invitation:"))
                .orderBy(MAIL.ID)
                .fetch(MAIL.BODY))
        .stream()
        .map(Sample.LINK::matcher)
        .filter(Matcher::find)
        .map(found -> found.group().substring("/r/".length()))
        .toList();
  }
}
