package org.leadager.platform.http;

import java.util.Optional;
import java.util.UUID;

/** Finds the head of a case; the package that ties a case together implements it. */
public interface CaseHeads {
  /** The head of the organisation's case, or nothing where the organisation has no such case. */
  Optional<CaseHead> find(UUID organisationId, UUID caseId);
}
