/**
 * Working time: when people are at work, and when a target or a promise counted in working hours or working days falls due.
 * Everything else in the house counts calendar time and asks here when it needs the working kind.
 */
@NullMarked
@ApplicationModule(displayName = "Calendars", allowedDependencies = {"tenancy", "people", "events", "verbs", "web"})
package no.torg.calendars;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
