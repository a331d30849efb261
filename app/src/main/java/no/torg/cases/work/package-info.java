/** The case workers' side of cases: lists of work, the case page with all that can be done on it, and the API to cases for everybody. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "events", "conversations", "files", "calendars", "catalog", "cases", "cases :: views", "search", "web",
        "web :: views"})
@NullMarked
package no.torg.cases.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
