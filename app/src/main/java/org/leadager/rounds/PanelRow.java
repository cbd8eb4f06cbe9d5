package org.leadager.rounds;

import org.leadager.people.PersonDraft;

/**
 * Who is to rate whom.
 *
 * @param number the row in the file, 1 being the first line; how mistakes are named
 * @param source code of the instrument's source
 */
public record PanelRow(int number, PersonDraft subject, PersonDraft rater, String source) {}
