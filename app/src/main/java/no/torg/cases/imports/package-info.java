/** Cases that another system had: its records become the case's events and figures as if they had been counted here, and have no effects. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "events", "conversations", "calendars", "cases", "metrics"})
@NullMarked
package no.torg.cases.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
