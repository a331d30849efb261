package no.torg.search;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One text that can be found: a message of a case, a service's description. Hits are shown by subject, the best entry of each.
 *
 * @param internal seen by staff only
 * @param access   who may find it ("team:…", "person:…", "everyone"); one term in common with the searcher is enough
 * @param except   who may not find it in spite of {@code access}: the requester's own term on an internal message
 * @param exact    what is found as it stands, whole or by its parts: case number, names, references
 * @param language "nb", "nn", "en"; null when not known, it is then guessed from the text
 * @param boost    points added to the relevance of each match (which is mostly 5–20), 0 for most, at most 100
 */
public record Entry(String kind, UUID subject, UUID id, boolean internal, Set<String> access, Set<String> except, @Nullable UUID team,
                    String title, String text, Set<String> exact, @Nullable String language, Instant at, float boost) {

    /** Longer texts are cut: nobody finds a message by its ten-thousandth word, and highlights must stay quick. */
    static final int LONGEST_TEXT = 100_000;

    public Entry {
        access = Set.copyOf(access);
        except = Set.copyOf(except);
        exact = Set.copyOf(exact);
        title = title.length() > 1_000 ? title.substring(0, 1_000) : title;
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        if (!(boost >= 0 && boost <= 100)) {
            throw new IllegalArgumentException("boost " + boost);
        }
    }
}
