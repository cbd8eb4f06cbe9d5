package org.leadager.engine.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leadager.engine.kernel.DisjointSets;

/** Finds which subjects hang together because the same people rate them. */
final class SharedRaters {
  private final ModelTerms terms;
  private final List<SubjectRatings> ratings;
  private final List<Panel> panels;

  /** Subjects that raters link. */
  private final DisjointSets linked;

  /** A rater of a panel. */
  private record Seat(int subject, int rater) {}

  /**
   * Subjects that hang together.
   *
   * @param subjects in their order
   * @param members for each of them the severities in its panel, each once
   * @param seats for each of them the index within its members of each rater's severity, −1 for a
   *     rater who rates nobody else
   * @param variance Var(t) of each severity
   */
  record Component(
      List<Integer> subjects, List<int[]> members, List<int[]> seats, List<Double> variance) {
    /** Takes the severities out of the panels' halos. */
    void tellApart(List<Panel> panels) {
      for (int n = 0; n < subjects.size(); n++) {
        Panel panel = panels.get(subjects.get(n));
        for (int r = 0; r < panel.raters; r++) {
          int j = seats.get(n)[r];
          if (j >= 0) {
            panel.tellApart(r, j, variance.get(members.get(n)[j]));
          }
        }
      }
    }
  }

  private SharedRaters(ModelTerms terms, List<SubjectRatings> ratings, List<Panel> panels) {
    this.terms = terms;
    this.ratings = ratings;
    this.panels = panels;
    linked = new DisjointSets(panels.size());
  }

  /** Components of two subjects and more, by their first subject. */
  static List<Component> components(
      ModelTerms terms, List<SubjectRatings> ratings, List<Panel> panels) {
    return new SharedRaters(terms, ratings, panels).components();
  }

  private List<Component> components() {
    Map<Integer, List<Seat>> shared = shared();
    for (List<Seat> seats : shared.values()) {
      seats.forEach(seat -> linked.join(seats.getFirst().subject, seat.subject));
    }
    Map<Integer, List<List<Seat>>> byRoot = new TreeMap<>();
    for (List<Seat> seats : shared.values()) {
      byRoot
          .computeIfAbsent(linked.root(seats.getFirst().subject), root -> new ArrayList<>())
          .add(seats);
    }
    return byRoot.values().stream().map(this::component).toList();
  }

  /** Where each rater sits who rates two subjects at least; nobody where severity has no share. */
  private Map<Integer, List<Seat>> shared() {
    Map<Integer, List<Seat>> byIdentity = new LinkedHashMap<>();
    for (int p = 0; p < panels.size() && terms.priors.severityShare() > 0; p++) {
      Panel panel = panels.get(p);
      for (int r = 0; r < panel.raters; r++) {
        int identity = ratings.get(p).raterIdentity[panel.original[r]];
        if (identity != SubjectRatings.NO_IDENTITY) {
          byIdentity.computeIfAbsent(identity, i -> new ArrayList<>()).add(new Seat(p, r));
        }
      }
    }
    byIdentity.values().removeIf(seats -> seats.getFirst().subject == seats.getLast().subject);
    return byIdentity;
  }

  private Component component(List<List<Seat>> raters) {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    Map<Integer, int[]> seats = new TreeMap<>();
    for (int t = 0; t < raters.size(); t++) {
      for (Seat seat : raters.get(t)) {
        List<Integer> own = members.computeIfAbsent(seat.subject, p -> new ArrayList<>());
        if (own.isEmpty() || own.getLast() != t) {
          own.add(t);
        }
        seats.computeIfAbsent(seat.subject, this::emptySeats)[seat.rater] = own.size() - 1;
      }
    }
    return new Component(
        List.copyOf(members.keySet()),
        members.values().stream()
            .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
            .toList(),
        List.copyOf(seats.values()),
        raters.stream().map(this::variance).toList());
  }

  private int[] emptySeats(int subject) {
    int[] none = new int[panels.get(subject).raters];
    Arrays.fill(none, -1);
    return none;
  }

  /**
   * Var(t): severity's share of the smallest halo variance among the sources in which the person
   * rates. A severity is one number whatever the source, so it cannot vary more than the steadiest
   * of them allows; what it leaves of each source's Var(h) stays with the halo.
   */
  private double variance(List<Seat> seats) {
    double smallest = Double.POSITIVE_INFINITY;
    for (Seat seat : seats) {
      int source = panels.get(seat.subject).source[seat.rater];
      smallest = Math.min(smallest, terms.priors.haloVariance(source));
    }
    return terms.priors.severityShare() * smallest;
  }
}
