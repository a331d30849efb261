package no.torg.calendars;

import java.util.Set;
import java.util.UUID;

/**
 * A tenant's calendar by name: its hours, the teams that work by it, whether teams without one do, and the version a change must start from.
 */
public record Calendar(UUID id, String name, WorkingCalendar hours, int version, boolean isDefault, Set<UUID> teams) {}
