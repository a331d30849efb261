package no.torg.migration;

import java.time.Instant;
import java.util.UUID;

import no.torg.migration.Runs.Run;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * An import as the API tells it.
 *
 * @param trial  whether it is only read
 * @param state  reading, working, done or broken; tried is a trial that is done
 * @param why    why it was broken off, as a sentence
 * @param bytes  how much of the file has been read, of {@code size} where that is known
 * @param worked how many records have been taken over so far
 * @param cases  how many cases were new
 * @param events how many events were new
 * @param again  how many events were there already
 */
public record ImportTold(UUID id, String scheme, String file, boolean trial, String state, @Nullable String why, Instant started, @Nullable Instant ended, @Nullable Long size,
        long bytes, long rows, long worked, long rejected, long cases, long events, long again) {

    static ImportTold of(Run run, Words words) {
        var counts = run.counts();
        return new ImportTold(run.id(), run.scheme(), run.fileName(), run.trial(), run.state(), run.why() == null ? null : words.say("migration.why." + run.why()), run.startedAt(),
                run.endedAt(), run.size().whole(), run.size().read(), counts.rows(), counts.worked(), counts.rejected(), counts.cases(), counts.events(), counts.again());
    }
}
