package no.torg.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.document.Document;

/** All that is to be found of one subject as it is now, in place of what the index has; no entry removes the subject. May be made again without harm. */
record Change(int tenant, UUID subject, List<Entry> entries) {

    Change {
        entries = List.copyOf(entries);
        if (entries.stream().anyMatch(entry -> !entry.subject().equals(subject))) {
            throw new IllegalArgumentException("An entry of another subject than " + subject);
        }
    }

    List<Document> documents() {
        return entries.stream().map(entry -> Fields.of(tenant, entry)).toList();
    }

    /** Of each subject what was found of it. */
    static List<Change> all(int tenant, Collection<UUID> subjects, List<Entry> entries) {
        var bySubject = new HashMap<UUID, List<Entry>>();
        subjects.forEach(subject -> bySubject.put(subject, new ArrayList<>()));
        for (var entry : entries) {
            var list = bySubject.get(entry.subject());
            if (list == null) {
                throw new IllegalStateException("An entry that was not asked for: " + entry.kind() + " " + entry.subject());
            }
            list.add(entry);
        }
        return bySubject.entrySet().stream().map(each -> new Change(tenant, each.getKey(), each.getValue())).toList();
    }
}
