package org.leadager.imports;

/** What the form of the import page holds besides its files. */
public record ImportForm(String name, String subject, String rater, String source) {
  Columns columns() {
    return new Columns(subject.strip(), rater.strip(), source.strip());
  }
}
