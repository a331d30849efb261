package no.torg.forms;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who answers a form, when and where, and how persons and units that they name are found. */
public record Asking(Person person, Instant now, ZoneId zone, Directory directory) {

    /** What FEEL sees as {@code person}: the kind of affiliation and the unit they ask from, and their language. */
    public record Person(@Nullable String affiliation, @Nullable String unit, @Nullable String language) {}

    /** What FEEL sees as {@code now()}. */
    public ZonedDateTime moment() {
        return now.atZone(zone);
    }

    /** What FEEL sees as {@code today()}. */
    public LocalDate today() {
        return moment().toLocalDate();
    }

    /** What FEEL sees as {@code person}. */
    public Map<String, @Nullable Object> names() {
        var names = new HashMap<String, @Nullable Object>();
        names.put("affiliation", person.affiliation());
        names.put("unit", person.unit());
        names.put("language", person.language());
        return names;
    }
}
