package org.leadager.answers;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a save would change. What is there already needs no change, so a request that arrives twice
 * is the same as one.
 *
 * @param stale what was answered otherwise after the rater looked
 */
record Changes(Map<String, Draft.Answer> values, Map<String, String> comments, Set<String> stale) {
  static Changes of(
      Save save, Map<String, AnswerStore.Fact> facts, Map<String, AnswerStore.Comment> words) {
    Changes changes = new Changes(new HashMap<>(), new HashMap<>(), new TreeSet<>());
    save.values()
        .forEach((item, answer) -> {
          AnswerStore.Fact there = facts.get(item);
          if (there == null || !Objects.equals(there.value(), answer.value())) {
            changes.values.put(item, answer);
            changes.look(item, there == null ? 0 : there.revision(), save);
          }
        });
    save.comments()
        .forEach((question, text) -> {
          AnswerStore.Comment there = words.get(question);
          if (there == null ? !text.isBlank() : !there.text().equals(text)) {
            changes.comments.put(question, text);
            changes.look(question, there == null ? 0 : there.revision(), save);
          }
        });
    return changes;
  }

  private void look(String code, long revision, Save save) {
    if (revision > save.seen()) {
      stale.add(code);
    }
  }

  boolean none() {
    return values.isEmpty() && comments.isEmpty();
  }
}
