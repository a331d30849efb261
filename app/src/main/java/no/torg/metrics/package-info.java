/** Named measures over time, counted from the log: exact, mergeable, and with a way down to the subjects counted. Knows no business module. */
@ApplicationModule(allowedDependencies = {"tenancy", "events", "verbs"})
@NullMarked
package no.torg.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
