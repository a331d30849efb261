/** What a person is told of inside Torg: one line per event and person, never twice; other modules decide who hears what and word the subjects. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "events", "web", "web :: views"})
@NullMarked
package no.torg.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
