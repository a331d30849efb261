package no.torg.cases.imports;

import java.util.UUID;

/**
 * A case to be written as its records leave it.
 *
 * @param told whether its last record is among those just read, so that title and fields are of today
 */
record CaseRow(UUID id, ImportedCase read, Course course, boolean told) {
}
