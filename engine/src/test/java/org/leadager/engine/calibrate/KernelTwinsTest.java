package org.leadager.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole fits in processes of their own: one that has the module of vectors, one that has not. */
class KernelTwinsTest {
  private static List<String> fit(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    String classes = "target/classes" + File.pathSeparator + "target/test-classes";
    command.addAll(List.of("-cp", classes, FitBits.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }

  @Test
  void aFitHasTheSameBitsWithAndWithoutVectors() throws IOException, InterruptedException {
    List<String> plain = fit();
    List<String> vectors = fit("--add-modules", "jdk.incubator.vector");
    assertThat(plain).hasSize(3).startsWith("ScalarRows");
    assertThat(vectors).hasSize(3).startsWith("VectorRows");
    assertThat(vectors.subList(1, 3)).isEqualTo(plain.subList(1, 3));
  }
}
