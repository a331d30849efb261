package no.torg.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.torg.events.Position;

/** An index of a few texts, each known by a short name that is also its only access term's when no other is given. */
final class SomeTexts implements AutoCloseable {

    static final Set<String> EVERYONE = Set.of("everyone");

    final Index index;
    private final Map<UUID, String> names = new LinkedHashMap<>();
    private long xid;

    SomeTexts(Path folder) throws IOException {
        index = new Index(folder, Duration.ZERO);
    }

    /** A subject of the first tenant with one public text for everyone. */
    SomeTexts with(String name, String title, String text, String... exact) throws IOException {
        return with(1, name, entry(id(name), title, text, exact));
    }

    SomeTexts with(int tenant, String name, Entry... entries) throws IOException {
        names.put(id(name), name);
        index.change(List.of(new Change(tenant, id(name), List.of(entries))));
        index.reach(new Position(1, ++xid, new UUID(0, xid)));
        return this;
    }

    List<String> find(String words) throws IOException {
        return names(hits(words));
    }

    List<Hit> hits(String words) throws IOException {
        return index.find(asking(words)).hits();
    }

    List<String> names(List<Hit> hits) {
        return hits.stream().map(hit -> names.get(hit.subject())).toList();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }

    static SearchQuery asking(String words) {
        return new SearchQuery(1, words, EVERYONE, Set.of(), null, false, SearchQuery.Sort.RELEVANCE, null, 20);
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes());
    }

    static Entry entry(UUID subject, String title, String text, String... exact) {
        return new Entry("case", subject, UUID.randomUUID(), false, EVERYONE, Set.of(), null, title, text, Set.of(exact), null, Instant.EPOCH, 0);
    }

    /** "so [this] is marked". */
    static String marked(List<Span> spans) {
        return spans.stream().map(span -> span.hit() ? "[" + span.text() + "]" : span.text()).collect(Collectors.joining());
    }

    /** All pages of a search, to the end. */
    List<Hit> all(SearchQuery query) throws IOException {
        var all = new ArrayList<Hit>();
        String after = null;
        do {
            var page = index.find(new SearchQuery(query.tenant(), query.words(), query.access(), query.kinds(), query.team(), query.internal(),
                query.sort(), after,
                query.limit()));
            all.addAll(page.hits());
            after = page.next();
        } while (after != null);
        return all;
    }
}
