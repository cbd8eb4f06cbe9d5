package org.leadager.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class StripsTest {
  private static final ChartText TEXT = new ChartText("s", "Strip");

  @Test
  void aZoneStripPutsNeedBarDotAndSelfAtTheirShares() {
    ZoneStrip.Row row =
        new ZoneStrip.Row(
            "Plans",
            Samples.WORDS,
            new Estimate(2, 3, 4),
            5.0,
            3.0,
            ZoneStrip.Standing.of(Zone.CANNOT_TELL));

    Chart chart = ZoneStrip.draw(TEXT, row);

    assertThat(attribute(chart, "line", "s-need", "x1")).isEqualTo("50%");
    assertThat(attribute(chart, "circle", "s-dot", "cx")).isEqualTo("50%");
    assertThat(attribute(chart, "circle", "s-self", "cx")).isEqualTo("100%");
    Element bar = (Element) Xml.find(chart, "g", "s-iv").getFirst().getFirstChild();
    assertThat(bar.getAttribute("x")).isEqualTo("25%");
    assertThat(bar.getAttribute("width")).isEqualTo("50%");
    assertThat(chart.table().rows())
        .containsExactly(
            List.of(
                "Plans",
                "Often",
                "Sometimes to Usually",
                "Often",
                "Almost always",
                "Cannot tell yet"));
  }

  @Test
  void withoutNeedAStripHasNoStrokeAndNoZone() {
    ZoneStrip.Row row = Samples.competences().getLast();

    Chart chart = ZoneStrip.draw(TEXT, row);

    assertThat(Xml.find(chart, "line", "s-need")).isEmpty();
    assertThat(chart.table().rows().getFirst()).endsWith("Not compared");
    assertThatThrownBy(() ->
            new ZoneStrip.Row(
                "Plans", Samples.WORDS, null, null, null, ZoneStrip.Standing.of(Zone.CLEAR_NEED)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGreyedStripSaysThatItIsNotAFinding() {
    ZoneStrip.Row grey = Samples.competences().get(5);

    Chart chart = ZoneStrip.draw(TEXT, grey);

    assertThat(chart.svg()).contains("data-grey=\"true\"", "not sure enough");
    assertThat(chart.table().rows().getFirst()).endsWith("Not sure enough");
  }

  @Test
  void aWithheldGroupShowsItsReasonAndNoFigure() {
    Chart chart = SourceStrip.draw(TEXT, Samples.groups());

    assertThat(Xml.find(chart, "g", "s-iv")).hasSize(2);
    assertThat(chart.svg()).contains(">Withheld: too few people<", ">No answers yet<");
    assertThat(chart.table().rows()).contains(List.of("Peers", "Withheld: too few people", "–"));
    assertThatThrownBy(() ->
            new SourceStrip.Group(
                Source.PEERS, "Peers", new Estimate(1, 2, 3), SourceStrip.State.WITHHELD))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noGroupAtAllIsRefused() {
    Axis axis = Axis.leadership(Samples.WORDS);
    assertThatThrownBy(() -> new SourceStrip.Figures(axis, null, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void verdictBarsKeepTheOrderTheyAreGiven() {
    Chart chart = VerdictBars.draw(TEXT, Samples.verdicts());

    List<Element> dots = Xml.find(chart, "circle", "tb-dot");
    assertThat(dots)
        .extracting(dot -> dot.getAttribute("cx"))
        .containsExactly("54%", "17%", "16%", "10%");
    assertThat(chart.table().rows().getFirst())
        .containsExactly("Not a training need", "leaning", "54", "38 to 68");
    assertThat(VerdictBars.draw(TEXT, List.of()).svg()).contains("Nothing asked yet");
  }

  @Test
  void chancesBeyondCertainAreRefused() {
    Estimate chance = new Estimate(0.5, 0.9, 1.1);
    assertThatThrownBy(
            () -> new VerdictBars.Outcome(VerdictBars.Kind.BOTH, "Both", "likely", chance))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void stripsWithWordsMirrorForRightToLeftScripts() {
    Map<String, String> texts = new HashMap<>(ChartWords.englishTexts());
    texts.put("direction", "rtl");
    ChartText text = new ChartText("s", "Strip", null, ChartWords.of(texts));

    Chart chart = VerdictBars.draw(text, Samples.verdicts());

    assertThat(Xml.find(chart, "circle", "tb-dot").getFirst().getAttribute("cx")).isEqualTo("46%");
  }

  @Test
  void aTranslationWithoutEveryWordIsRefused() {
    Map<String, String> few = Map.of("direction", "ltr");
    assertThatThrownBy(() -> ChartWords.of(few)).hasMessageContaining("Missing chart word");
  }

  @Test
  void aGroupOfFortyNineKeepsItsOrderAndNamesNobodyInThePicture() {
    Chart chart = GroupSummary.draw(TEXT, Samples.companies(49));

    assertThat(Xml.find(chart, "circle", "c-mark-on")).hasSize(49);
    assertThat(Xml.find(chart, "text", "c-label")).isEmpty();
    assertThat(chart.table().rows()).hasSize(49);
    assertThat(chart.table().rows().get(1).getFirst()).isEqualTo("Company 2");
    assertThat(chart.svg()).doesNotContain("role need");
  }

  @Test
  void aSmallGroupIsNamedAndAnEmptyOneSaysSo() {
    assertThat(Xml.find(GroupSummary.draw(TEXT, Samples.companies(9)), "text", "c-label"))
        .hasSize(9);
    assertThat(GroupSummary.draw(TEXT, Samples.companies(0)).svg()).contains("Nobody to show yet");
  }

  @Test
  void scalesSpeakInWords() {
    ChartWords words = ChartWords.english();
    assertThat(Samples.WORDS.say(3.1, words)).isEqualTo("Often");
    assertThat(Samples.WORDS.say(3.5, words)).isEqualTo("between Often and Usually");
    assertThat(Samples.NEAR.say(1, words)).isEqualTo("below Sometimes");
    assertThat(Samples.NEAR.say(1.6, words)).isEqualTo("Sometimes");
    assertThat(Samples.WORDS.say(9, words)).isEqualTo("above Almost always");
    assertThatThrownBy(() -> new Scale(1, 5, List.of(new Tick(2, "a"), new Tick(2, "b"))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Estimate(3, 2, 4)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String attribute(Chart chart, String name, String css, String attribute) {
    return Xml.find(chart, name, css).getFirst().getAttribute(attribute);
  }
}
