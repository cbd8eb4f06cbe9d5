package org.leadager.scores;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.leadager.engine.rating.RatingModel;

/**
 * Stands for all that goes into a subject's figures: the admitted answers by group, the needs, the
 * rules and the versions. The same input gives the same 64 hexadecimal digits; every part is
 * written with its length, so that no two inputs read the same.
 */
final class Watermark {
  private final MessageDigest sha = sha256();
  private final DataOutputStream out =
      new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha));

  private Watermark() {}

  /**
   * The watermark of one subject.
   *
   * @param fingerprint of parameters that do not come with the instrument
   */
  static String of(
      RoundScope scope,
      String parameters,
      String fingerprint,
      Panel panel,
      Map<String, BigDecimal> needs) {
    Watermark watermark = new Watermark();
    try {
      watermark.write(scope, parameters, fingerprint);
      watermark.write(scope, panel);
      for (Map.Entry<String, BigDecimal> need : new TreeMap<>(needs).entrySet()) {
        watermark.out.writeUTF(need.getKey());
        watermark.out.writeUTF(need.getValue().stripTrailingZeros().toPlainString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(watermark.sha.digest());
  }

  private void write(RoundScope scope, String parameters, String fingerprint) throws IOException {
    out.writeInt(Figures.FORMAT);
    out.writeUTF(RatingModel.VERSION);
    out.writeUTF(scope.instrument().contentHash());
    out.writeUTF(scope.form().code());
    out.writeInt(scope.minimumGroup());
    out.writeUTF(parameters);
    out.writeUTF(fingerprint);
  }

  private void write(RoundScope scope, Panel panel) throws IOException {
    out.writeBoolean(panel.admitted.reportable());
    out.writeInt(panel.admitted.withheld());
    out.writeInt(panel.admitted.groups().size());
    List<String> items = scope.items();
    for (Admitted.Group group : panel.admitted.groups()) {
      out.writeUTF(group.kind());
      List<RaterAnswers> raters = panel.raters(group);
      out.writeInt(raters.size());
      for (RaterAnswers rater : raters) {
        write(rater, group, items);
      }
    }
  }

  private void write(RaterAnswers rater, Admitted.Group group, List<String> items)
      throws IOException {
    Map<String, Integer> used = new TreeMap<>(rater.values());
    used.keySet().retainAll(group.items().getOrDefault(rater.rater(), java.util.Set.of()));
    used.keySet().retainAll(items);
    out.writeInt(rater.rater());
    out.writeInt(used.size());
    for (Map.Entry<String, Integer> answer : used.entrySet()) {
      out.writeUTF(answer.getKey());
      out.writeInt(answer.getValue());
    }
    TreeSet<String> unable = new TreeSet<>(rater.unable());
    unable.retainAll(items);
    out.writeInt(unable.size());
    for (String item : unable) {
      out.writeUTF(item);
    }
  }

  /** SHA-256 of numbers, bit by bit. */
  static String ofNumbers(double... numbers) {
    Watermark watermark = new Watermark();
    try {
      for (double number : numbers) {
        watermark.out.writeDouble(number);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(watermark.sha.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
