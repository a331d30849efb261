package no.torg.search;

import java.util.List;
import java.util.UUID;

/** What a batch does to the index; each kind may be repeated without harm. */
sealed interface Change {

    /** Puts one entry in, in place of the one with the same id. */
    record Put(Entry entry) implements Change {
    }

    /** All that is to be found of one subject, in place of what was there; none removes the subject. */
    record Subject(int tenant, UUID subject, List<Entry> entries) implements Change {

        public Subject {
            entries = List.copyOf(entries);
            if (entries.stream().anyMatch(entry -> entry.tenant() != tenant || !entry.subject().equals(subject))) {
                throw new IllegalArgumentException("An entry of another subject");
            }
        }
    }
}
