package org.leadager.diagnosis;

import java.time.OffsetDateTime;
import java.util.UUID;

/** What somebody asked for, in their own words. */
public record Request(UUID caseId, String words, String askedBy, OffsetDateTime askedAt) {}
