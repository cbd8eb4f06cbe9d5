package org.leadager.platform.jobs;

import java.time.Duration;

/**
 * Work done again and again; a feature declares it as a bean. A failure is logged, and the job runs
 * again after its pause. Of all nodes on one database, one at a time runs it.
 *
 * @param name unique, and stable over versions
 * @param pause from the end of one run to the start of the next
 */
public record RepeatedJob(String name, Duration pause, Runnable work) {}
