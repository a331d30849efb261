/** Case work: a person's need as a case file, from opened to closed, with everybody's rights to see it decided in one place. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "events", "conversations", "files", "calendars", "forms", "forms :: views", "catalog",
        "catalog :: views", "metrics", "notifications", "search", "live", "web", "web :: views", "verbs"})
@NullMarked
package no.torg.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
