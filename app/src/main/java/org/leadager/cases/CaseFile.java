package org.leadager.cases;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A case as it was opened.
 *
 * @param title a few words
 * @param openedBy name of the person who opened it
 */
public record CaseFile(UUID id, String title, String openedBy, OffsetDateTime openedAt) {}
