package org.leadager.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class LeadagerMapTest {
  private static final ChartText TEXT = new ChartText("m", "Map");

  @Test
  void marksLieWhereTheirValuesSay() {
    LeadagerMap.Figures figures =
        new LeadagerMap.Figures(
            Axis.management(Samples.WORDS),
            Axis.leadership(Samples.WORDS),
            null,
            null,
            List.of(new Mark(Source.SELF, "You", 2, 4)));

    Element mark = Xml.find(LeadagerMap.draw(TEXT, figures), "circle", "c-mark").getFirst();

    assertThat(Xml.number(mark, "cx")).isEqualTo(34 + 370 * 0.25);
    assertThat(Xml.number(mark, "cy")).isEqualTo(376 - 370 * 0.75);
  }

  @Test
  void theEllipseHoldsEightyInAHundredOfItsDistribution() {
    Ellipse round = ellipse(new Bivariate(3, 3, 0.04, 0, 0.04));

    // χ² with two degrees of freedom: P(r² ≤ 3.2189) = 0.80; a unit is 92.5 of the map's units.
    assertThat(round.major()).isCloseTo(Math.sqrt(3.218876) * 0.2 * 92.5, within(1e-3));
    assertThat(round.minor()).isCloseTo(round.major(), within(1e-9));
  }

  @Test
  void theEllipseLeansUpWithAPositiveCovarianceAndDownWithANegativeOne() {
    Ellipse up = ellipse(new Bivariate(3, 3, 0.1, 0.05, 0.1));
    Ellipse down = ellipse(new Bivariate(3, 3, 0.1, -0.05, 0.1));

    assertThat(up.degrees()).isCloseTo(-45, within(1e-9));
    assertThat(down.degrees()).isCloseTo(45, within(1e-9));
    // Eigenvalues 0.15 and 0.05.
    assertThat(up.major() / up.minor()).isCloseTo(Math.sqrt(3), within(1e-9));
  }

  @Test
  void theEllipseIsTallWhenLeadershipIsTheLessCertain() {
    Ellipse tall = ellipse(new Bivariate(3, 3, 0.01, 0, 0.09));

    assertThat(Math.abs(tall.degrees())).isCloseTo(90, within(1e-9));
    assertThat(tall.major() / tall.minor()).isCloseTo(3, within(1e-9));
  }

  @Test
  void aPerfectCorrelationIsStillDrawn() {
    assertThat(ellipse(new Bivariate(3, 3, 0.1, 0.1, 0.1)).minor()).isPositive();
  }

  @Test
  void impossibleFiguresAreRefused() {
    assertThatThrownBy(() -> new Bivariate(3, 3, 0.1, 0.11, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("correlation");
    assertThatThrownBy(() -> new Bivariate(Double.NaN, 3, 0.1, 0, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Bivariate(3, 3, -0.1, 0, 0.1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Mark(Source.SELF, "You", Double.POSITIVE_INFINITY, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Need(1, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutNeedThereIsNoNeedLine() {
    Chart chart = LeadagerMap.draw(TEXT, Samples.crowded());

    assertThat(Xml.find(chart, "line", "c-need")).isEmpty();
    assertThat(Xml.find(LeadagerMap.draw(TEXT, Samples.person()), "line", "c-need")).hasSize(2);
    assertThat(chart.svg()).doesNotContain("role need");
  }

  @Test
  void withNothingToShowTheMapSaysSo() {
    LeadagerMap.Figures empty =
        new LeadagerMap.Figures(
            Axis.other("Officers", Samples.WORDS),
            Axis.other("Others", Samples.WORDS),
            null,
            null,
            List.of());

    Chart chart = LeadagerMap.draw(TEXT, empty);

    assertThat(chart.svg()).contains(">No estimate yet<");
    assertThat(chart.table().rows()).isEmpty();
  }

  @Test
  void labelsOfMarksInOnePlaceAreMovedApart() {
    List<Labels.Anchor> anchors = new ArrayList<>();
    for (String name : List.of("You", "Boss", "Peers", "Direct reports", "Everyone but you")) {
      anchors.add(new Labels.Anchor(200, 200, 8, name));
    }

    List<Labels.Placed> placed = Labels.place(anchors, Plane.BOUNDS, List.of());

    for (Labels.Placed one : placed) {
      assertThat(one.box().overlap(Plane.BOUNDS)).isCloseTo(one.box().area(), within(1e-6));
      assertThat(placed).filteredOn(other -> one.box().overlap(other.box()) > 0).containsOnly(one);
    }
  }

  @Test
  void labelsStayInsideEvenInACorner() {
    Labels.Anchor corner = new Labels.Anchor(Plane.RIGHT, Plane.TOP, 8, "Everyone but you");

    Box box = Labels.place(List.of(corner), Plane.BOUNDS, List.of()).getFirst().box();

    assertThat(box.overlap(Plane.BOUNDS)).isCloseTo(box.area(), within(1e-6));
  }

  @Test
  void aHostileNameIsOnlyText() {
    String name = "</text><script>alert(1)</script>\"'&\u0000\u001b{1}";
    LeadagerMap.Figures figures =
        new LeadagerMap.Figures(
            Axis.other(name, Samples.WORDS),
            Axis.other("{0}", Samples.WORDS),
            null,
            null,
            List.of(new Mark(Source.SELF, name, 2, 2)));

    Chart chart = LeadagerMap.draw(new ChartText("x", name), figures);

    assertThat(Xml.parse(chart.svg()).getElementsByTagName("script").getLength()).isZero();
    assertThat(chart.svg()).contains("&lt;script&gt;").doesNotContain("<script");
    assertThat(chart.table().header()).contains(name);
  }

  @Test
  void anIdThatCouldLeaveItsAttributeIsRefused() {
    assertThatThrownBy(() -> new ChartText("a\" onload=\"x", "Map"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSameFiguresGiveTheSamePictureInEveryLocale() {
    Locale before = Locale.getDefault();
    String english = LeadagerMap.draw(TEXT, Samples.person()).svg();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(LeadagerMap.draw(TEXT, Samples.person()).svg()).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theTableSaysTheSameInWords() {
    ChartTable table = LeadagerMap.draw(TEXT, Samples.person()).table();

    assertThat(table.header()).containsExactly("View", "Management", "Leadership");
    assertThat(table.rows()).contains(List.of("You", "Usually", "between Often and Usually"));
    assertThat(table.rows()).anyMatch(row -> row.getFirst().equals("What the role needs"));
    assertThat(table.rows()).anyMatch(row -> row.getFirst().equals("80 in 100 sure"));
  }

  private static Ellipse ellipse(Bivariate estimate) {
    Axis across = Axis.management(Samples.WORDS);
    Axis up = Axis.leadership(Samples.WORDS);
    return Ellipse.of(estimate, across, up, new Plane(across, up));
  }
}
