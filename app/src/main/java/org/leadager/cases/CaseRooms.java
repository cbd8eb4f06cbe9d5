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
import org.leadager.reports.Reports;
import org.leadager.rounds.Round;
import org.leadager.rounds.Rounds;
import org.springframework.stereotype.Component;

/** Where each of the six rooms of a case stands. */
@Component
class CaseRooms implements CaseHeads {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final Cases cases;
  private final Diagnoses diagnoses;
  private final Rounds rounds;
  private final Reports reports;

  CaseRooms(Cases cases, Diagnoses diagnoses, Rounds rounds, Reports reports) {
    this.cases = cases;
    this.diagnoses = diagnoses;
    this.rounds = rounds;
    this.reports = reports;
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
    List<Round> ofCase = rounds.ofCase(organisation, caseId);
    return List.of(
        ask,
        new Room(Room.Name.MEASURE, measured(ofCase), null),
        understood(organisation, ofCase),
        Room.notBuilt(Room.Name.GROW),
        Room.notBuilt(Room.Name.PROVE),
        Room.notBuilt(Room.Name.DISCUSS));
  }

  /** Its door is the newest summary, which opens to consultants and to sponsors. */
  private Room understood(UUID organisation, List<Round> ofCase) {
    List<Round> over = ofCase.stream().filter(round -> round.state().isOver()).toList();
    if (over.isEmpty()) {
      return new Room(Room.Name.UNDERSTAND, Room.State.LATER, null);
    }
    boolean done = over.stream().allMatch(round -> reports.counts(organisation, round.id()).done());
    return new Room(
        Room.Name.UNDERSTAND,
        done ? Room.State.DONE : Room.State.OPEN,
        "/rounds/" + over.getLast().id() + "/summary");
  }

  /** A round is open to consultants only, so the room says how it stands and leads nowhere. */
  private static Room.State measured(List<Round> ofCase) {
    if (ofCase.isEmpty()) {
      return Room.State.LATER;
    }
    return ofCase.stream().allMatch(round -> round.state().isOver())
        ? Room.State.DONE
        : Room.State.OPEN;
  }
}
