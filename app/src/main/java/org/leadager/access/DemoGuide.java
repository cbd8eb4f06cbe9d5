package org.leadager.access;

import java.util.Optional;
import java.util.UUID;

/** Knows the sample's subject and rater; the demo's own package implements it. */
public interface DemoGuide {
  /** A person of the sample organisation who has a report. */
  Optional<UUID> subject(UUID organisation);

  /** The path of that person's report. */
  Optional<String> reportPath(UUID organisation);

  /** The path of a private link of the sample under which answers are still taken. */
  Optional<String> raterPath(UUID organisation);
}
