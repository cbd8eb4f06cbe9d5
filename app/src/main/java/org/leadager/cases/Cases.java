package org.leadager.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.leadager.diagnosis.Diagnoses;
import org.leadager.platform.db.Database;
import org.springframework.stereotype.Service;

/** The cases of an organisation. */
@Service
public class Cases {
  static final int LONGEST_REQUEST = 5000;
  private static final int LONGEST_TITLE = 60;

  private final Database database;
  private final Diagnoses diagnoses;

  Cases(Database database, Diagnoses diagnoses) {
    this.database = database;
    this.diagnoses = diagnoses;
  }

  /**
   * Opens a case with the request in the words of whoever asked, both or neither.
   *
   * @param words 1 to {@value #LONGEST_REQUEST} characters
   * @param askedBy the name of whoever asked
   */
  public UUID open(UUID organisation, UUID openedBy, String askedBy, String words) {
    return database.write(
        organisation,
        dsl -> {
          UUID id = new CaseStore(dsl).open(organisation, title(words), openedBy);
          diagnoses.open(organisation, id, words, askedBy);
          return id;
        });
  }

  /** The case, or empty where this organisation has none of that id. */
  public Optional<CaseFile> find(UUID organisation, UUID caseId) {
    return database.read(organisation, dsl -> new CaseStore(dsl).find(caseId));
  }

  /** A page of the cases, the newest first; 1 is the first page. */
  List<CaseFile> page(UUID organisation, int number, int size) {
    return database.read(organisation, dsl -> new CaseStore(dsl).page((number - 1) * size, size));
  }

  int count(UUID organisation) {
    return database.read(organisation, dsl -> new CaseStore(dsl).count());
  }

  /** The first sentence of the request, shortened at a word. */
  static String title(String words) {
    String line = words.strip().split("(?<=[.!?])\\s|[\\r\\n]", 2)[0].strip();
    String sentence = line.replaceAll("[.!?…]+$", "").replaceAll("\\p{Cntrl}", " ");
    String whole = sentence.isBlank() ? line : sentence;
    if (whole.length() <= LONGEST_TITLE) {
      return whole;
    }
    int space = whole.lastIndexOf(' ', LONGEST_TITLE);
    int end = space > LONGEST_TITLE / 2 ? space : whole.offsetByCodePoints(0, LONGEST_TITLE / 2);
    return whole.substring(0, end) + "…";
  }
}
