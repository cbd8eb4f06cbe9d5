package org.leadager.rounds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.leadager.platform.db.jooq.rounds.tables.records.RatingRequestRecord;
import org.leadager.platform.db.jooq.rounds.tables.records.SubjectRecord;

/** Counts forms so that no count is about one protected rater. */
final class Tally {
  private Tally() {}

  static Progress of(
      Round round, List<SubjectRecord> subjects, List<RatingRequestRecord> requests) {
    Map<UUID, int[]> bySubject = new LinkedHashMap<>();
    subjects.forEach(s -> bySubject.put(s.getId(), new int[2]));
    Map<String, int[]> bySource = new TreeMap<>();
    int[] all = new int[2];
    for (RatingRequestRecord request : requests) {
      if (RoundStore.WITHDRAWN.equals(request.getState())) {
        continue;
      }
      int in = RoundStore.SUBMITTED.equals(request.getState()) ? 1 : 0;
      add(all, in);
      add(bySource.computeIfAbsent(request.getSource(), s -> new int[2]), in);
      int[] subject = bySubject.get(request.getSubjectId());
      if (subject != null) {
        add(subject, in);
      }
    }
    List<Progress.OfSubject> ofSubjects = new ArrayList<>();
    bySubject.forEach((id, n) -> ofSubjects.add(new Progress.OfSubject(id, n[0], n[1])));
    return new Progress(all[0], all[1], shown(bySource, round.minimumGroup()), ofSubjects);
  }

  private static void add(int[] counts, int in) {
    counts[0]++;
    counts[1] += in;
  }

  /** One hidden source would follow from the total, so the smallest of the others hides with it. */
  private static Map<String, Progress.Count> shown(Map<String, int[]> bySource, int minimum) {
    Map<String, Progress.Count> shown = new LinkedHashMap<>();
    bySource.forEach((source, n) -> {
      if (n[0] >= minimum) {
        shown.put(source, new Progress.Count(n[0], n[1]));
      }
    });
    if (bySource.size() - shown.size() == 1) {
      shown.entrySet().stream()
          .min(Map.Entry.comparingByValue(java.util.Comparator.comparingInt(c -> c.asked())))
          .map(Map.Entry::getKey)
          .ifPresent(shown::remove);
    }
    return shown;
  }
}
