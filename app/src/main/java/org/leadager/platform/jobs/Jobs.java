package org.leadager.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the repeated jobs while the application runs. */
@Component
class Jobs implements SmartLifecycle {
  private static final Duration POLLING = Duration.ofSeconds(1);
  private static final Duration WAIT_FOR_RUNNING = Duration.ofSeconds(10);
  private static final int THREADS = 3;

  private final Scheduler scheduler;
  private volatile boolean running;

  Jobs(DataSource dataSource, ObjectProvider<RepeatedJob> jobs) {
    List<RecurringTask<Void>> tasks = jobs.stream().map(Jobs::task).toList();
    this.scheduler =
        Scheduler.create(dataSource)
            .startTasks(tasks)
            .tableName("platform.scheduled_tasks")
            .pollingInterval(POLLING)
            .shutdownMaxWait(WAIT_FOR_RUNNING)
            .threads(THREADS)
            .build();
  }

  private static RecurringTask<Void> task(RepeatedJob job) {
    return Tasks.recurring(job.name(), FixedDelay.of(job.pause()))
        .execute((instance, context) -> job.work().run());
  }

  @Override
  public void start() {
    scheduler.start();
    running = true;
  }

  @Override
  public void stop() {
    scheduler.stop();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
