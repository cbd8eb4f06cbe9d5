package org.leadager.diagnosis;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.leadager.platform.http.Choice;

/**
 * What the interview's page shows.
 *
 * @param ask the question to answer now, null where none is left or a gate stopped the case
 * @param stop what is said when a gate stopped the case
 * @param given the answers so far, in the order first given
 */
public record AskView(
    String caseId,
    String words,
    String askedBy,
    @Nullable Ask ask,
    @Nullable Stop stop,
    List<Given> given,
    Think think) {

  /**
   * One question.
   *
   * @param number its place in the interview, from 1
   * @param total how many there are
   * @param many whether several options may be chosen
   * @param open whether it is answered in words only
   * @param chosen values chosen before
   * @param back address of the question before, null on the first
   * @param error what is wrong with the answer just sent
   */
  public record Ask(
      String code,
      int number,
      long total,
      String text,
      @Nullable String hint,
      List<Choice> options,
      boolean many,
      boolean open,
      Set<String> chosen,
      String note,
      @Nullable String back,
      @Nullable String error) {}

  /** Why the case stops here. */
  public record Stop(String title, String text) {}

  /** An answer given, with the address where it can be changed. */
  public record Given(String question, String answer, @Nullable String note, String href) {}

  /**
   * What we think so far.
   *
   * @param say the reading as a sentence
   * @param peek the same in a few words
   * @param next the question worth most now, null where none is left
   * @param turn what would change our mind, null where nothing is left that could
   */
  public record Think(
      String say,
      String peek,
      List<Bar> bars,
      List<Piece> moved,
      @Nullable String next,
      @Nullable String turn,
      @Nullable String advice,
      boolean measured) {}

  /**
   * One outcome as a bar; percentages from 0 to 100.
   *
   * @param standing how likely in words
   * @param small causes, only under "not a training need"
   */
  public record Bar(
      String code,
      String name,
      String standing,
      long low,
      long now,
      long high,
      @Nullable String small) {}

  /** A piece of evidence and where it points. */
  public record Piece(String says, String towards, boolean up) {}
}
