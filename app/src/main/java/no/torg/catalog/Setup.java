package no.torg.catalog;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import no.torg.calendars.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation brings to a definition: its calendar and those of the teams bound to slots, its priority matrix, and which topics, audiences
 * (a service needs one of its own) and bound slots it has ({@code null}: not to be checked).
 */
public record Setup(WorkingCalendar calendar, Map<String, WorkingCalendar> bySlot, PriorityMatrix matrix, @Nullable Set<String> topics,
    @Nullable Set<String> audiences, @Nullable Set<String> bound) {

    /** An ordinary office with the default matrix, which checks no topics, audiences or bindings. */
    public static Setup plain(ZoneId zone) {
        return new Setup(WorkingCalendar.office(zone), Map.of(), PriorityMatrix.DEFAULT, null, null, null);
    }

    /** The same, checking these topics and audiences. */
    public Setup with(Set<String> topics, Set<String> audiences) {
        return new Setup(calendar, bySlot, matrix, Set.copyOf(topics), Set.copyOf(audiences), bound);
    }

    /** The calendar of the team in a slot. */
    public WorkingCalendar calendar(String slot) {
        return bySlot.getOrDefault(slot, calendar);
    }
}
