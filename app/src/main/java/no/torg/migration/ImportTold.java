package no.torg.migration;

import java.time.Instant;
import java.util.UUID;

import no.torg.migration.Runs.Run;
import org.jspecify.annotations.Nullable;

/**
 * An import as the API tells it.
 *
 * @param state  reading, working, done or broken
 * @param worked how many records have been taken over so far
 * @param cases  how many cases were new
 * @param events how many events were new
 * @param again  how many events were there already
 */
public record ImportTold(UUID id, String scheme, String file, String state, Instant started, @Nullable Instant ended, long rows, long worked, long rejected,
        long cases, long events, long again) {

    static ImportTold of(Run run) {
        var counts = run.counts();
        return new ImportTold(run.id(), run.scheme(), run.fileName(), run.state(), run.startedAt(), run.endedAt(), counts.rows(), counts.worked(), counts.rejected(),
                counts.cases(), counts.events(), counts.again());
    }
}
