/** A demo world told through the doors that everybody uses: two organisations with people, services and cases under way, from data files. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "events", "conversations", "catalog", "cases", "cases.requests", "verbs", "web"})
@NullMarked
package no.torg.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
