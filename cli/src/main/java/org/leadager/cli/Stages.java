package org.leadager.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The stages of one command: says what is going on when it takes long, and how long each took. */
final class Stages implements AutoCloseable {
  private final PrintStream out;
  private final Thread clock;
  private final Map<String, Spent> spent = new LinkedHashMap<>();
  private volatile String words = "";
  private volatile long began = System.nanoTime();
  private double processorBefore = processor();
  private String name = "";

  /** Seconds by the clock and of all processors together. */
  private record Spent(double clock, double processor) {
    Spent plus(Spent other) {
      return new Spent(clock + other.clock, processor + other.processor);
    }
  }

  Stages(PrintStream out) {
    this.out = out;
    Instant now = Instant.now();
    ProcessHandle.current()
        .info()
        .startInstant()
        .ifPresent(start -> {
          double clock = Duration.between(start, now).toMillis() / 1e3;
          spent.put("start", new Spent(clock, processorBefore));
        });
    clock = Thread.ofPlatform().daemon().name("progress").start(this::watch);
  }

  /** Ends the stage before and begins this one; {@code doing} is shown when it takes long. */
  void enter(String stage, String doing) {
    long now = System.nanoTime();
    if (!name.isEmpty()) {
      double used = processor();
      spent.merge(name, new Spent((now - began) / 1e9, used - processorBefore), Spent::plus);
      processorBefore = used;
    }
    name = stage;
    words = doing;
    began = now;
  }

  /** Says what the stage is at now. */
  void at(String doing) {
    words = doing;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(1000);
        say();
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  /** Each second at first, then ever more seldom, so that a log stays short. */
  private void say() {
    long passed = Math.round((System.nanoTime() - began) / 1e9);
    long step = passed < 10 ? 1 : passed < 60 ? 5 : 30;
    if (passed > 0 && passed % step == 0) {
      out.println(words + " … " + passed + " s");
    }
  }

  private static double processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
  }

  /** One line per stage. */
  String table() {
    enter("", "");
    StringBuilder table = new StringBuilder("seconds: %17s %10s%n".formatted("clock", "processor"));
    Spent all = new Spent(0, 0);
    for (Map.Entry<String, Spent> stage : spent.entrySet()) {
      table.append(line(stage.getKey(), stage.getValue()));
      all = all.plus(stage.getValue());
    }
    return table.append(line("all", all)).toString();
  }

  private static String line(String stage, Spent s) {
    return String.format(Locale.ROOT, "  %-16s %7.2f %10.2f%n", stage, s.clock, s.processor);
  }

  @Override
  public void close() {
    clock.interrupt();
  }
}
