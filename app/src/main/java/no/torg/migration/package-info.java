/** Bringing in what other systems had: event logs by a mapping, read and taken over in short transactions that survive being broken off. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "sheets", "events", "forms", "catalog", "cases", "cases.imports", "verbs", "web", "web :: views"})
@NullMarked
package no.torg.migration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
