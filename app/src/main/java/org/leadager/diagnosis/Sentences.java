package org.leadager.diagnosis;

import java.util.Locale;
import org.leadager.diagnosis.Reading.Word;

/** Readings in plain English. */
record Sentences(Texts texts) {
  /** The reading as one or two sentences, never surer than its word. */
  String say(Reading reading) {
    if (reading.gate().isPresent()) {
      return gate(reading).title() + ".";
    }
    String leading = lower(reading.leading());
    String second = reading.second().map(o -> ", and perhaps " + lower(o)).orElse("");
    return switch (reading.word()) {
      case TOO_EARLY -> "Too early to say. We need three answers before we say anything.";
      case NOT_KNOWN -> "We do not know yet. Likeliest so far: " + leading + second + ".";
      case LEANING -> "Leaning towards " + leading + second + ". Not sure enough to act on.";
      case MODERATE -> "Moderately sure: " + leading + second + ".";
      case HIGH -> "Highly likely: " + leading + second + ".";
    };
  }

  /** How likely an outcome is beside the others, in words. */
  String standing(Reading reading, Outcome outcome) {
    if (reading.word() == Word.TOO_EARLY) {
      return "too early to say";
    }
    if (outcome == reading.leading()) {
      return texts.word(reading.word());
    }
    return reading.second().filter(o -> o == outcome).isPresent() ? "also possible" : "less likely";
  }

  Texts.Gate gate(Reading reading) {
    return reading
        .gate()
        .map(texts.gates()::get)
        .orElseThrow(() -> new IllegalStateException("No gate stopped this case"));
  }

  private String lower(Outcome outcome) {
    return texts.outcome(outcome).toLowerCase(Locale.ROOT);
  }
}
