package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import no.torg.events.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** Much is passed over on the way to the best of many matches; they are the same, in the same order, as when all is looked at. */
class SearchBestTest {

    private static final int ENTRIES = 24_000;
    private static final int TEAMS = 12;
    private static final int ALL = 10 * ENTRIES;
    /** They are of an hour each, up to now, so that their time counts too. */
    private static final Instant BEGINNING = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(ENTRIES, ChronoUnit.HOURS);

    @TempDir
    Path folder;

    private final Random random = new Random(5);
    /** What the index is to have, by subject. */
    private final Map<UUID, Entry> known = new HashMap<>();

    @Test
    void the_newest_are_those_that_have_the_words_and_may_be_seen() throws IOException {
        try (var index = new Index(folder, Duration.ZERO)) {
            feed(index);
            for (var words : List.of("w1 ", "w2 ", "w31 ", "w77 ", "w150 ", "w198 ", "w1 w2 ", "w9 w120 ", "w40 w41 ")) {
                var question = question(words, SearchQuery.Sort.NEWEST);
                var expected = known.values().stream().filter(entry -> matches(entry, question)).sorted(Comparator.comparing(Entry::at)
                        .thenComparing(entry -> entry.id().getLeastSignificantBits()).reversed()).map(Entry::subject).toList();
                assertThat(index.subjects(question, ALL)).as(question.toString()).isEqualTo(expected).isNotEmpty();
                assertThat(index.subjects(question, 25)).as(question.toString()).isEqualTo(expected.stream().limit(25).toList());
                assertThat(index.subjects(new SearchQuery(1, words, question.access(), Set.of(), question.team(), question.internal(), SearchQuery.Sort.RELEVANCE, null, 50), ALL))
                        .as(question.toString()).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    private static boolean matches(Entry entry, SearchQuery question) {
        var said = new HashSet<>(List.of((entry.title() + " " + entry.text()).split(" ")));
        return said.containsAll(List.of(question.words().split(" "))) && !Collections.disjoint(entry.access(), question.access()) && Collections.disjoint(entry.except(), question.access())
                && (question.team() == null || question.team().equals(entry.team())) && (question.internal() || !entry.internal());
    }

    @Test
    void the_first_are_the_first_of_all() throws IOException {
        try (var index = new Index(folder, Duration.ZERO)) {
            feed(index);
            int asked = 0;
            for (var words : List.of("w1", "w2", "w7", "w40", "w150", "w1 w2", "w3 w90", "w5 w6 w8", "w1 w120 w30 w4", "wx12", "w1", "w19")) {
                for (var sort : SearchQuery.Sort.values()) {
                    for (int most : List.of(1, 7, 40)) {
                        var question = question(words, sort);
                        var all = index.subjects(question, ALL);
                        assertThat(index.subjects(question, most)).as(question + " " + most).isEqualTo(all.subList(0, Math.min(most, all.size())));
                        asked += all.size() > most ? 1 : 0;
                    }
                }
            }
            assertThat(asked).isGreaterThan(50);
        }
    }

    @Test
    void pages_follow_each_other_to_the_last() throws IOException {
        try (var index = new Index(folder, Duration.ZERO)) {
            feed(index);
            for (var sort : SearchQuery.Sort.values()) {
                var all = index.subjects(question("w3 w11", sort, null, Set.of("team:1", "team:2"), null), ALL);
                var found = new ArrayList<UUID>();
                for (String after = null; after != null || found.isEmpty(); ) {
                    var hits = index.find(question("w3 w11", sort, after, Set.of("team:1", "team:2"), null));
                    hits.hits().forEach(hit -> found.add(hit.subject()));
                    after = hits.next();
                }
                assertThat(found).isEqualTo(all).hasSizeGreaterThan(200);
            }
        }
    }

    private SearchQuery question(String words, SearchQuery.Sort sort) {
        int team = random.nextInt(TEAMS);
        var access = Set.of("team:" + team, "team:" + (team + 1) % TEAMS, "person:" + random.nextInt(50));
        return question(words, sort, null, access, random.nextInt(3) == 0 ? new UUID(1, team) : null);
    }

    private SearchQuery question(String words, SearchQuery.Sort sort, @Nullable String after, Set<String> access, @Nullable UUID team) {
        return new SearchQuery(1, words, access, Set.of(), team, access.size() != 2, sort, after, 50);
    }

    /** Some are taken in long after they were written, some again, and some are gone. */
    private void feed(Index index) throws IOException {
        var changes = new ArrayList<Change>();
        for (int number = 0; number < ENTRIES; number++) {
            changes.add(change(number, false));
            if (number % 20 == 19) {
                changes.add(change(random.nextInt(number), random.nextBoolean()));
            }
            if (changes.size() > 2_000) {
                index.change(changes);
                index.reach(new Position(1, number, new UUID(0, 0)));
                changes.clear();
            }
        }
        index.change(changes);
        index.reach(new Position(1, ENTRIES, new UUID(0, 0)));
    }

    private Change change(int number, boolean gone) {
        var subject = new UUID(0, number);
        if (gone) {
            known.remove(subject);
            return new Change(1, subject, List.of());
        }
        var entry = entry(number);
        known.put(subject, entry);
        return new Change(1, subject, List.of(entry));
    }

    private Entry entry(int number) {
        int team = (int) (TEAMS * Math.pow(random.nextDouble(), 2));
        var person = "person:" + random.nextInt(50);
        boolean internal = random.nextInt(4) == 0;
        var at = BEGINNING.plusSeconds(3_600L * (random.nextInt(10) == 0 ? random.nextInt(ENTRIES) : number));
        return new Entry("case", new UUID(0, number), new UUID(random.nextLong(), random.nextLong()), internal, internal ? Set.of("team:" + team) : Set.of("team:" + team, person),
            internal ? Set.of(person) : Set.of(), new UUID(1, team), text(3), text(1 + random.nextInt(40)), Set.of("2026-%06d".formatted(number)), "nb", at, 0);
    }

    private String text(int words) {
        var text = new StringJoiner(" ");
        for (int at = 0; at < words; at++) {
            text.add("w" + (int) Math.exp(random.nextDouble() * Math.log(200)));
        }
        return text.toString();
    }
}
