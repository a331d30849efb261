/**
 * Finds what people may see by everyday words: one Lucene index per node, fed from the log by a follower and rebuilt from nothing when it is lost.
 * It knows no kind of subject; whoever wants to be found implements {@link no.torg.search.Source}.
 */
@ApplicationModule(allowedDependencies = {"events", "tenancy", "verbs"})
@NullMarked
package no.torg.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
