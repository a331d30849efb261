package no.torg.search;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg search rebuild}: throws this node's index away. A Torg that runs on the same data is asked to do it itself, by a file beside the index. */
@Called(name = "search rebuild", does = "build this node's search index anew from the log")
class SearchRebuild implements Verb {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final SearchSettings settings;

    SearchRebuild(SearchSettings settings) {
        this.settings = settings;
    }

    static Path wish(SearchSettings settings) {
        return settings.folder().resolve("rebuild");
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        try (var index = new Index(settings.folder(), Duration.ZERO)) {
            index.forget();
            out.println("The search index is empty; it is built when Torg starts.");
        } catch (Storage.Held running) {
            ask(out);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void ask(PrintStream out) {
        var wish = wish(settings);
        try {
            Files.writeString(wish, Instant.now().toString());
            var giveUp = Instant.now().plus(PATIENCE);
            while (Files.exists(wish) && Instant.now().isBefore(giveUp)) {
                Thread.sleep(200);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        out.println(Files.exists(wish) ? "Torg runs but has not answered; it builds its search index anew as soon as it can."
            : "Torg has begun to build its search index anew; until it is done, not all is found.");
    }
}
