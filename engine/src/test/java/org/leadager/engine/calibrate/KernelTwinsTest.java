package org.leadager.engine.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whole fits in processes of their own: with the module of vectors and without. */
class KernelTwinsTest {
  private static List<String> fit(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    // A processor without registers of the width asked for takes its own, and says so.
    command.add("-XX:+DisplayVMOutputToStderr");
    String classes = "target/classes" + File.pathSeparator + "target/test-classes";
    command.addAll(List.of("-cp", classes, FitBits.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }

  /** With the module and registers of so many bytes: eight, four or two numbers at a time. */
  private static List<String> fitInVectors(int bytes) throws IOException, InterruptedException {
    return fit("--add-modules", "jdk.incubator.vector", "-XX:MaxVectorSize=" + bytes);
  }

  @Test
  void aFitHasTheSameBitsInPlainJavaAndInVectorsOfAnyWidth()
      throws IOException, InterruptedException {
    List<String> plain = fit();
    assertThat(plain).hasSize(3).startsWith("ScalarRows");
    for (int bytes : new int[] {64, 32, 16}) {
      List<String> vectors = fitInVectors(bytes);
      assertThat(vectors).hasSize(3).startsWith("VectorRows");
      assertThat(vectors.subList(1, 3)).isEqualTo(plain.subList(1, 3));
    }
  }
}
