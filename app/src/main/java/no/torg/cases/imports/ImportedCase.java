package no.torg.cases.imports;

import java.util.List;
import java.util.Map;

/**
 * What was read of a case of another system.
 *
 * @param value  its number there
 * @param events its records, in any order
 */
public record ImportedCase(String value, Texts texts, List<ImportedEvent> events) {

    /**
     * What its last record says of it.
     *
     * @param titles its title by language
     * @param whole  whether these records say all that the title is made of; else one that is there already stays
     * @param fields what else is said, by the name it is kept under
     * @param adds   whether fields that are there already and are not said again stay
     */
    public record Texts(Map<String, String> titles, boolean whole, Map<String, String> fields, boolean adds) {
    }
}
