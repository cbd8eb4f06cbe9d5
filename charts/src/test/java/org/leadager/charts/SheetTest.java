package org.leadager.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes every chart on one sheet, target/charts.xhtml, for people to look at. */
class SheetTest {
  static List<Chart> all() {
    List<Chart> charts = new ArrayList<>();
    charts.add(LeadagerMap.draw(new ChartText("map", "Leadager map"), Samples.person()));
    charts.add(LeadagerMap.draw(new ChartText("crowd", "A crowded map"), Samples.crowded()));
    charts.add(GroupSummary.draw(new ChartText("g49", "49 companies"), Samples.companies(49)));
    charts.add(GroupSummary.draw(new ChartText("g9", "Nine companies"), Samples.companies(9)));
    charts.add(SourceStrip.draw(new ChartText("src", "Leadership by group"), Samples.groups()));
    charts.add(VerdictBars.draw(new ChartText("tb", "What is needed"), Samples.verdicts()));
    for (ZoneStrip.Row row : Samples.competences()) {
      String id = "z" + charts.size();
      charts.add(ZoneStrip.draw(new ChartText(id, row.name()), row));
    }
    return charts;
  }

  @Test
  void allChartsFitOnOneWellFormedSheet() throws IOException {
    StringBuilder sheet = new StringBuilder();
    for (Chart chart : all()) {
      sheet.append("<figure class=\"chart\">").append(chart.svg()).append("</figure>\n");
    }
    String xml = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>" + sheet + "</body></html>";
    assertThat(Xml.parse(xml).getElementsByTagName("svg").getLength()).isGreaterThan(10);
    Files.writeString(Path.of("target", "charts.xhtml"), sheet);
  }
}
