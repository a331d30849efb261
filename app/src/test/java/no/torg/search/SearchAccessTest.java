package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is found by those who may not see it; and what they may see is found once, page by page. */
class SearchAccessTest {

    private static final UUID TEAM = UUID.randomUUID();

    @TempDir
    Path folder;

    private SomeTexts texts;

    @BeforeEach
    void open() throws IOException {
        texts = new SomeTexts(folder);
    }

    @AfterEach
    void close() throws IOException {
        texts.close();
    }

    private static Entry entry(String name, boolean internal, Set<String> access, Set<String> except, String text) {
        return new Entry("case", SomeTexts.id(name), UUID.randomUUID(), internal, access, except, TEAM, "Sak", text, Set.of(), "nb", Instant.EPOCH, 0);
    }

    private List<String> find(int tenant, String words, boolean internal, String... access) throws IOException {
        return texts.names(texts.index.find(new SearchQuery(tenant, words, Set.of(access), Set.of(), null, internal, SearchQuery.Sort.RELEVANCE, null,
            20)).hits());
    }

    @Test
    void one_term_in_common_is_needed_and_enough() throws IOException {
        texts.with(1, "a", entry("a", false, Set.of("team:1", "person:7"), Set.of(), "fortrolig")).with(1, "b", entry("b", false, Set.of("team:2"),
            Set.of(), "fortrolig"));

        assertThat(find(1, "fortrolig", true, "team:1")).containsExactly("a");
        assertThat(find(1, "fortrolig", true, "person:7", "team:2")).containsExactlyInAnyOrder("a", "b");
        assertThat(find(1, "fortrolig", true, "team:3", "person:1", "person:77", "team:", "", "*", "1/team:1")).isEmpty();
        assertThat(find(1, "fortrolig", true)).isEmpty();
    }

    @Test
    void what_is_for_staff_is_found_by_staff_only_and_never_by_the_requester_among_them() throws IOException {
        texts.with(1, "a", entry("a", false, Set.of("team:1", "person:7"), Set.of(), "Hei, hvor er kortet?"),
            entry("a", true, Set.of("team:1"), Set.of("person:7"), "Hun har mistet kortet tre ganger, mistenkelig."));

        assertThat(find(1, "mistenkelig", true, "team:1", "person:8")).containsExactly("a");
        assertThat(find(1, "mistenkelig", false, "team:1")).isEmpty();
        assertThat(find(1, "mistenkelig", true, "team:1", "person:7")).isEmpty();
        var own = texts.index.find(new SearchQuery(1, "kortet", Set.of("team:1", "person:7"), Set.of(), null, true, SearchQuery.Sort.RELEVANCE, null,
            20)).hits();
        assertThat(own).singleElement().satisfies(hit -> assertThat(SomeTexts.marked(hit.snippet())).isEqualTo("Hei, hvor er [kortet]?"));
    }

    @Test
    void a_change_of_access_takes_the_old_away_and_no_entry_removes_the_subject() throws IOException {
        texts.with(1, "a", entry("a", false, Set.of("team:1"), Set.of(), "flytting")).with(1, "a", entry("a", false, Set.of("team:2"), Set.of(), "flytting"));

        assertThat(find(1, "flytting", true, "team:1")).isEmpty();
        assertThat(find(1, "flytting", true, "team:2")).containsExactly("a");
        assertThat(texts.with(1, "a").index.find(SomeTexts.asking("flytting")).hits()).isEmpty();
        assertThat(find(1, "flytting", true, "team:2")).isEmpty();
    }

    @Test
    void tenants_share_neither_texts_nor_words() throws IOException {
        texts.with(1, "one", entry("one", false, SomeTexts.EVERYONE, Set.of(), "gjestekonto")).with(12, "two", entry("two", false, SomeTexts.EVERYONE,
            Set.of(), "hemmelighet"));

        assertThat(find(1, "gjestekonto", true, "everyone")).containsExactly("one");
        assertThat(find(12, "gjestekonto", true, "everyone")).isEmpty();
        assertThat(find(12, "hemmelighet", true, "everyone")).containsExactly("two");
        for (String words : List.of("hemmelighet", "hemmel", "hemmelighett", "Sak hemmelighet")) {
            assertThat(find(1, words, true, "everyone", "2/everyone", "12/everyone")).doesNotContain("two");
        }
        texts.with(12, "one");
        assertThat(find(1, "gjestekonto", true, "everyone")).as("another tenant's subject of the same id is another").containsExactly("one");
    }

    @Test
    void anothers_words_do_not_change_what_is_taken_for_a_misspelling() throws IOException {
        texts.with(1, "one", entry("one", false, SomeTexts.EVERYONE, Set.of(), "lisens")).with(2, "two", entry("two", false, SomeTexts.EVERYONE, Set.of(),
            "lisems lisems"));

        assertThat(find(1, "lisems", true, "everyone")).containsExactly("one");
    }

    @Test
    void team_and_kind_narrow() throws IOException {
        texts.with(1, "case", entry("case", false, SomeTexts.EVERYONE, Set.of(), "laptop")).with("service", "Laptop", "laptop");

        var team = new SearchQuery(1, "laptop", SomeTexts.EVERYONE, Set.of(), TEAM, false, SearchQuery.Sort.RELEVANCE, null, 20);
        assertThat(texts.names(texts.index.find(team).hits())).containsExactly("case");
        var kind = new SearchQuery(1, "laptop", SomeTexts.EVERYONE, Set.of("service", "article"), null, false, SearchQuery.Sort.RELEVANCE, null, 20);
        assertThat(texts.index.find(kind).hits()).isEmpty();
    }

    @Test
    void pages_show_each_subject_once_in_order() throws IOException {
        var random = new Random(7);
        var expected = new HashSet<String>();
        for (int subject = 0; subject < 120; subject++) {
            String name = "s" + subject;
            var entries = new ArrayList<Entry>();
            for (int message = 0; message < 1 + random.nextInt(8); message++) {
                entries.add(new Entry("case", SomeTexts.id(name), UUID.randomUUID(), false, SomeTexts.EVERYONE, Set.of(), null, "Sak",
                    "lisens ".repeat(1 + random.nextInt(4))
                    + "fyll ".repeat(random.nextInt(30)), Set.of(), "nb", Instant.ofEpochSecond(random.nextInt(50)), 0));
            }
            texts.with(1, name, entries.toArray(Entry[]::new));
            expected.add(name);
        }
        for (var sort : SearchQuery.Sort.values()) {
            var all = texts.all(new SearchQuery(1, "lisens ", SomeTexts.EVERYONE, Set.of(), null, false, sort, null, 7));

            assertThat(texts.names(all)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
            assertThat(all).isSortedAccordingTo((one,
                other) -> sort == SearchQuery.Sort.NEWEST ? other.at().compareTo(one.at()) : Float.compare(other.score(), one.score()));
        }
    }
}
