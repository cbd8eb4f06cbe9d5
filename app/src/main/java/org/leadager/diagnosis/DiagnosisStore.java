package org.leadager.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests and the append-only log of answers. */
interface DiagnosisStore {
  void open(UUID organisation, Request request);

  Optional<Request> request(UUID organisation, UUID caseId);

  /** In the order they were given. */
  List<Answer> answers(UUID organisation, UUID caseId);

  void append(UUID organisation, UUID caseId, Answer answer);
}
