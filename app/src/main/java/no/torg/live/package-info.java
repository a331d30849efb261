/** Live updates: each browser's one stream of what changed, by the names of subjects alone; what changed is then fetched through the ordinary doors. */
@ApplicationModule(allowedDependencies = {"tenancy", "people", "events", "web"})
@NullMarked
package no.torg.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
