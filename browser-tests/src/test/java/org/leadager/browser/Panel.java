package org.leadager.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who rates whom in a test: one person, their boss, four peers and four direct reports. */
record Panel(Someone subject, Someone boss, List<Someone> peers, List<Someone> reports) {
  /** A panel whose people are at addresses of their own. */
  Panel(String name) {
    this(
        new Someone("Ada Lind", "ada@%s.example".formatted(name)),
        new Someone("Bo Berg", "bo@%s.example".formatted(name)),
        four("Peer", name),
        four("Report", name));
  }

  private static List<Someone> four(String kind, String name) {
    return IntStream.rangeClosed(1, 4)
        .mapToObj(n ->
            new Someone(
                kind + " " + n,
                "%s%d@%s.example".formatted(kind.toLowerCase(Locale.ROOT), n, name)))
        .toList();
  }

  /** What follows the @ in every address of this panel. */
  String domain() {
    return boss.mail().substring(boss.mail().indexOf('@') + 1);
  }

  /** Peers and direct reports. */
  List<Someone> others() {
    return Stream.concat(peers.stream(), reports.stream()).toList();
  }

  /** Everybody who rates, the person included. */
  List<Someone> raters() {
    return Stream.concat(Stream.of(subject, boss), others().stream()).toList();
  }

  /** Peers and direct reports as a list to paste. */
  String rows() {
    return peers.stream().map(peer -> subject.ratedBy(peer, "peer")).collect(Collectors.joining())
        + reports.stream()
            .map(each -> subject.ratedBy(each, "report"))
            .collect(Collectors.joining());
  }

  /** The same with a third row that nobody can use. */
  String rowsWithOneBad() {
    List<String> lines = new ArrayList<>(rows().lines().toList());
    lines.add(2, subject.ratedBy(new Someone("Nobody", "no address"), "peer").strip());
    return String.join("\n", lines);
  }
}
