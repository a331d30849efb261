package no.torg.calendars;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A calendar as the API shows it.
 *
 * @param week       hours by weekday, as {"monday": ["08:00-11:30", "12:00-16:00"]}
 * @param exceptions hours by date where they are others than the weekday's; none is a day off
 * @param teams      the teams that work by it
 * @param usual      whether teams without a calendar of their own work by it
 * @param version    what a change must start from
 */
record CalendarRow(UUID id, String name, String zone, Map<String, List<String>> week, Map<String, List<String>> exceptions, boolean norwegianHolidays, boolean usual,
        Set<UUID> teams, int version) {

    static CalendarRow of(Calendar calendar) {
        var hours = calendar.hours();
        return new CalendarRow(calendar.id(), calendar.name(), hours.zone().getId(), texts(hours.week()), texts(hours.exceptions()), hours.norwegianHolidays(),
                calendar.isDefault(), calendar.teams(), calendar.version());
    }

    private static Map<String, List<String>> texts(Map<?, List<Hours>> days) {
        return days.entrySet().stream().collect(Collectors.toMap(entry -> entry.getKey().toString().toLowerCase(Locale.ROOT),
                entry -> entry.getValue().stream().map(Hours::toString).toList(), (one, other) -> one, TreeMap::new));
    }
}
