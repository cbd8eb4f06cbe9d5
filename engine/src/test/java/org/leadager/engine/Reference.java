package org.leadager.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.leadager.engine.data.Grouping;
import org.leadager.engine.data.ItemResponses;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real data sets and what independent programs answered; see SOURCE.md beside them. */
public final class Reference {
  private Reference() {}

  public static JsonNode json(String file) {
    return JsonMapper.builder().build().readTree(text(file));
  }

  public static List<String[]> csv(String file) {
    return text(file).lines().map(line -> line.replace("\"", "").split(",", -1)).toList();
  }

  /** Columns {@code from} (inclusive) to the end as items. */
  public static ItemResponses items(String file, int from) {
    List<String[]> lines = csv(file);
    String[] head = lines.get(0);
    double[][] columns = new double[head.length - from][lines.size() - 1];
    for (int r = 1; r < lines.size(); r++) {
      for (int i = 0; i < columns.length; i++) {
        String cell = lines.get(r)[from + i];
        columns[i][r - 1] = cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
      }
    }
    return ItemResponses.of(Arrays.asList(head).subList(from, head.length), columns);
  }

  public static Grouping grouping(String file, int column) {
    return Grouping.of(csv(file).stream().skip(1).map(line -> line[column]).toList());
  }

  public static ItemResponses lq2002() {
    return items("lq2002.csv", 2);
  }

  private static String text(String file) {
    try (InputStream in = Reference.class.getResourceAsStream("/reference/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
