package org.leadager.people;

import java.util.UUID;

/** A person's name, address or roles were changed, and that is committed. */
public record PersonChanged(UUID organisationId, UUID personId) {}
