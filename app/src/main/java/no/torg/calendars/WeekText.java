package no.torg.calendars;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import no.torg.web.Refused;

/** A week's hours as people write them at a terminal: {@code mon-fri 08:00-11:30,12:00-16:00; sat 10:00-14:00}. */
final class WeekText {

    private static final Pattern PART = Pattern.compile("([a-z]{3})(?:-([a-z]{3}))? +(\\S+(?: *, *\\S+)*)");

    private WeekText() {
    }

    static Map<DayOfWeek, List<Hours>> read(String text) {
        var week = new EnumMap<DayOfWeek, List<Hours>>(DayOfWeek.class);
        for (var part : text.strip().toLowerCase(Locale.ROOT).split(" *; *")) {
            var match = PART.matcher(part.strip());
            if (!match.matches()) {
                throw new Refused("calendars.week.unreadable", part);
            }
            var first = day(match.group(1));
            var last = match.group(2) == null ? first : day(match.group(2));
            var hours = new ArrayList<Hours>();
            for (var stretch : match.group(3).split(" *, *")) {
                hours.add(Hours.parse(stretch));
            }
            for (var day = first;; day = day.plus(1)) {
                week.put(day, List.copyOf(hours));
                if (day == last) {
                    break;
                }
            }
        }
        return week;
    }

    private static DayOfWeek day(String begins) {
        for (var day : DayOfWeek.values()) {
            if (day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equalsIgnoreCase(begins)) {
                return day;
            }
        }
        throw new Refused("calendars.week.unreadable", begins);
    }
}
