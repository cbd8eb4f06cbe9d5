package org.leadager.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A store in memory, for tests that need no database. */
final class MemoryStore implements DiagnosisStore {
  private final Map<String, Request> requests = new HashMap<>();
  private final List<Answer> log = new ArrayList<>();

  @Override
  public void open(UUID organisation, Request request) {
    requests.put(organisation + "/" + request.caseId(), request);
  }

  @Override
  public Optional<Request> request(UUID organisation, UUID caseId) {
    return Optional.ofNullable(requests.get(organisation + "/" + caseId));
  }

  @Override
  public List<Answer> answers(UUID organisation, UUID caseId) {
    return List.copyOf(log);
  }

  @Override
  public void append(UUID organisation, UUID caseId, Answer answer) {
    log.add(answer);
  }
}
