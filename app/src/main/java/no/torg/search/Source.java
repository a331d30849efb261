package no.torg.search;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A seam: a module that wants its subjects found. One per kind of subject. */
public interface Source {

    /** The kind of subject, as the log's events name it ("case", "service"). */
    String kind();

    /** Everything to be found of these subjects of one tenant as it is now, read in one statement; a subject with no entry is no longer found. */
    List<Entry> entries(int tenant, Set<UUID> subjects);
}
