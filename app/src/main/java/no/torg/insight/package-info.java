/** What services and teams come to in figures, for those who answer for them. Counts nothing itself; every number leads to its cases. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "sheets", "events", "metrics", "calendars", "catalog", "cases", "web", "web :: views", "verbs"})
@NullMarked
package no.torg.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
