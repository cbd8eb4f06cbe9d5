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
 */
record SampleText(String organisation, List<Someone> people, List<SampleCase> cases) {
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
   * An open round.
   *
   * @param panel name of the CSV file of who rates whom
   */
  record SampleRound(String name, String form, String panel) {}

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
