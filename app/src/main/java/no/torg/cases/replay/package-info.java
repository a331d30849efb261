/** Replays the log over all cases every night, in slices: what a case's row repeats is to be what its events say, and so are counts and figures. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "events", "cases", "cases.imports", "metrics", "verbs"})
@NullMarked
package no.torg.cases.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
