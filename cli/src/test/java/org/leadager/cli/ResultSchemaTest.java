package org.leadager.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Results} holds each result against docs/result.schema.json; here are the odd ones. */
class ResultSchemaTest {
  @TempDir Path dir;

  private Results of(String table, String asked) throws IOException {
    return Results.of(dir, Files.writeString(dir.resolve("t.csv"), table), asked);
  }

  @Test
  void holdsForTheSmallestTableAndForOneThatMustNotBeBelieved() throws IOException {
    Results tiny = of("w,a,b\nx,1,2\ny,2,1\nz,2,2\n", "--subject w --items a,b");
    assertThat(tiny.json().at("/n").asInt()).isEqualTo(3);
    assertThat(tiny.json().at("/model/warnings")).isNotEmpty();
    Results parted =
        of("w,a,b\n" + "x,1,1\n".repeat(9) + "y,2,2\n".repeat(9), "--subject w --items a,b");
    assertThat(parted.json().at("/model/converged").asBoolean()).isFalse();
    assertThat(parted.json().at("/fit/rmsea").isNull()).isTrue();
    assertThat(parted.json().at("/fit/reason").asString()).contains("did not converge");
    assertThat(parted.said()).contains("cannot be told: The calibration did not converge.");
    assertThat(tiny.said()).contains("cannot be told: no subject has two forms.");
  }

  @Test
  void holdsForSourcesWithTheirMeans() throws IOException {
    Results r =
        of(
            "w,s,a,b\nx,boss,1,2\ny,boss,2,1\nz,peer,2,2\nz,peer,1,1\n",
            "--subject w --source s --items a,b");
    assertThat(r.json().at("/sources")).hasSize(2);
    assertThat(r.json().at("/sources/0/name").asString()).isEqualTo("boss");
    assertThat(r.json().at("/sources/0/n").asInt()).isEqualTo(2);
    assertThat(r.json().at("/sources/0/meanAnswer").asDouble()).isEqualTo(1.5);
    assertThat(r.json().at("/sources/1/meanScores")).hasSize(1);
    assertThat(Files.readString(dir.resolve("report.html")))
        .contains("id=\"sources\"", "<th scope=\"row\">boss</th><td>2</td><td>1.50</td>");
  }

  @Test
  void doesNotHoldForAResultWithoutItsNumberOfFormsOrWithAForeignField() throws IOException {
    of("w,a,b\nx,1,2\ny,2,1\nz,2,2\n", "--subject w --items a,b");
    String good = Files.readString(dir.resolve("result.json"));
    for (String bad : List.of(good.replace("\"n\": 3,", ""), good.replace("\"bic\"", "\"dic\""))) {
      assertThat(bad).isNotEqualTo(good);
      assertThat(Results.schema().validate(bad, InputFormat.JSON)).isNotEmpty();
    }
  }
}
