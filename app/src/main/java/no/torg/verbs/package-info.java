/** The command line: modules offer verbs, {@code ./torg VERB} runs them against the same database as the pages. Knows no other module. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package no.torg.verbs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
