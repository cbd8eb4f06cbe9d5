package org.leadager;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application. */
@SpringBootApplication
public class Leadager {
  /** Starts the application with the given arguments. */
  public static void main(String[] args) {
    SpringApplication.run(Leadager.class, args);
  }
}
