/** The log of everything that happened, the deliveries that must follow, and the followers that each node can rebuild. Knows no business module. */
@ApplicationModule(allowedDependencies = {"tenancy", "verbs"})
@NullMarked
package no.torg.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
