/**
 * Services that people order, apply for or ask about: their definitions as folders of data, read, checked, tested and put to use.
 * Knows what a request should become, but opens no case.
 */
@NullMarked
@ApplicationModule(displayName = "Catalog", allowedDependencies = {"forms", "forms :: views", "calendars", "people", "tenancy", "events", "files", "search", "verbs", "web", "web :: views"})
package no.torg.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
