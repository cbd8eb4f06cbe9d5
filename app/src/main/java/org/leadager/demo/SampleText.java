package org.leadager.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadager.people.Role;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sample organisation consists of, as {@code demo/sample.json} says it.
 *
 * @param organisation its name, which says that it is invented
 * @param subject mail address of the person whose report the demo opens
 */
record SampleText(
    String organisation, String subject, List<Someone> people, List<SampleCase> cases) {
  /** Somebody with a role. */
  record Someone(String name, String mail, Set<Role> roles) {}

  /**
   * A case, with what has been answered in its interview.
   *
   * @param answers choice by question
   */
  record SampleCase(
      String askedBy, String words, Map<String, String> answers, @Nullable SampleRound round) {}

  /**
   * A round.
   *
   * @param panel name of the CSV file of who rates whom
   * @param finished what was answered in it; null where raters still answer
   */
  record SampleRound(String name, String form, String panel, @Nullable Finished finished) {}

  /**
   * What a finished round brought.
   *
   * @param seed of the answers, which are drawn from the rating model
   * @param needs how often the job needs each competence, as the boss says it
   */
  record Finished(long seed, Map<String, Integer> needs, List<Rated> subjects) {}

  /**
   * Somebody who was rated.
   *
   * @param axes the true levels that the answers are drawn around, 0 being the average
   * @param comments words by open question
   */
  record Rated(String name, List<Double> axes, Map<String, List<String>> comments) {}

  /** Whether a round of this name is one that the sample brings finished. */
  boolean isFinished(String round) {
    return cases.stream()
        .map(SampleCase::round)
        .anyMatch(r -> r != null && r.finished() != null && r.name().equals(round));
  }

  static SampleText load() {
    return JsonMapper.shared().readValue(text("sample.json"), SampleText.class);
  }

  static String text(String name) {
    try (InputStream in = SampleText.class.getResourceAsStream("/demo/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
