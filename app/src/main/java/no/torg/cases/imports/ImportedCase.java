package no.torg.cases.imports;

import java.util.List;
import java.util.Map;

/**
 * What was read of a case of another system.
 *
 * @param value  its number there
 * @param titles its title by language
 * @param fields what else the last record says, by the name it is kept under
 * @param events its records, in any order
 */
public record ImportedCase(String value, Map<String, String> titles, Map<String, String> fields, List<ImportedEvent> events) {
}
