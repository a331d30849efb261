package no.torg.search;

import java.util.List;
import java.util.UUID;

/** All that is to be found of one subject as it is now, in place of what the index has; no entry removes the subject. May be made again without harm. */
record Change(int tenant, UUID subject, List<Entry> entries) {

    Change {
        entries = List.copyOf(entries);
        if (entries.stream().anyMatch(entry -> !entry.subject().equals(subject))) {
            throw new IllegalArgumentException("An entry of another subject than " + subject);
        }
    }
}
