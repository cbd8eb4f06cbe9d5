package org.leadager.cases;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.leadager.diagnosis.Diagnoses;
import org.leadager.platform.http.CaseHead;
import org.leadager.platform.http.CaseHeads;
import org.leadager.platform.http.Room;
import org.springframework.stereotype.Component;

/** Where each of the six rooms of a case stands. */
@Component
class CaseRooms implements CaseHeads {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Cases cases;
  private final Diagnoses diagnoses;

  CaseRooms(Cases cases, Diagnoses diagnoses) {
    this.cases = cases;
    this.diagnoses = diagnoses;
  }

  @Override
  public Optional<CaseHead> find(UUID organisation, UUID caseId) {
    return cases
        .find(organisation, caseId)
        .map(found ->
            new CaseHead(
                caseId,
                found.title(),
                "Case opened %s by %s".formatted(DAY.format(found.openedAt()), found.openedBy()),
                rooms(organisation, caseId)));
  }

  private List<Room> rooms(UUID organisation, UUID caseId) {
    boolean asked =
        diagnoses.summary(organisation, caseId).map(Diagnoses.Summary::finished).orElse(false);
    Room ask =
        new Room(
            Room.Name.ASK,
            asked ? Room.State.DONE : Room.State.OPEN,
            "/cases/" + caseId + (asked ? "/brief" : "/ask"));
    return List.of(
        ask,
        Room.notBuilt(Room.Name.MEASURE),
        Room.notBuilt(Room.Name.UNDERSTAND),
        Room.notBuilt(Room.Name.GROW),
        Room.notBuilt(Room.Name.PROVE),
        Room.notBuilt(Room.Name.DISCUSS));
  }

  static String day(java.time.OffsetDateTime time) {
    return DAY.format(time);
  }
}
