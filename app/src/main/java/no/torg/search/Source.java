package no.torg.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.torg.events.Event;
import org.jspecify.annotations.Nullable;

/** A seam: a module that wants its subjects found. One per kind of subject. */
public interface Source {

    /** The kind of subject, as the log's events name it ("case", "service"). */
    String kind();

    /** Which of its subjects an event may have changed for the searcher: what is found, or who finds it. */
    default Set<UUID> touchedBy(Event event) {
        return event.subjectKind().equals(kind()) ? Set.of(event.subject()) : Set.of();
    }

    /** Everything to be found of these subjects of the bound tenant as it is now, read in one statement; a subject with no entry is no longer found. */
    List<Entry> entries(Set<UUID> subjects);

    /** Its subjects of the bound tenant by their ids after that one, null for the first, at most so many; fewer only where there are no more. */
    List<UUID> subjects(@Nullable UUID after, int most);
}
