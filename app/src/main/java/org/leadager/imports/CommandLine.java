package org.leadager.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after {@code import}, taken apart; what is wrong with them is a sentence. */
final class CommandLine {
  private static final Set<String> OPTIONS =
      Set.of(
          "--instrument", "--as", "--organisation", "--name", "--subject", "--rater", "--source");

  private final Map<String, String> options = new HashMap<>();
  private String file = "";
  private String problem = "";

  CommandLine(List<String> words) {
    if (words.isEmpty() || !words.getFirst().equals("ratings")) {
      problem =
          "Say what to import: ./leadager import ratings FILE.csv --instrument FILE --as MAIL";
      return;
    }
    for (int i = 1; i < words.size() && problem.isEmpty(); i++) {
      String word = words.get(i);
      if (!word.startsWith("--")) {
        problem = file.isEmpty() ? "" : "One file at a time: " + file + " or " + word + "?";
        file = word;
      } else if (!OPTIONS.contains(word)) {
        problem = "There is no option " + word + ". See ./leadager import --help";
      } else if (i + 1 == words.size()) {
        problem = word + " needs a value after it.";
      } else {
        options.put(word, words.get(++i));
      }
    }
    require("--as", "Say who you are: --as MAIL, the mail address you sign in with.");
    require("--instrument", "Say what the answers are answers to: --instrument FILE");
    if (problem.isEmpty() && file.isEmpty()) {
      problem = "Say which file: ./leadager import ratings FILE.csv";
    }
  }

  private void require(String option, String otherwise) {
    if (problem.isEmpty() && !options.containsKey(option)) {
      problem = otherwise;
    }
  }

  Optional<String> problem() {
    return problem.isEmpty() ? Optional.empty() : Optional.of(problem);
  }

  String file() {
    return file;
  }

  Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /** The value of an option that is there. */
  String needed(String name) {
    return option(name).orElseThrow();
  }

  Columns columns() {
    return new Columns(
        option("--subject").orElse(Columns.USUAL.subject()),
        option("--rater").orElse(Columns.USUAL.rater()),
        option("--source").orElse(Columns.USUAL.source()));
  }
}
