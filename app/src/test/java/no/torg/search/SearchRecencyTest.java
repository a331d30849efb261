package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What its time is worth to an entry, and when words that only begin as written are still looked for. */
class SearchRecencyTest {

    private static final int PLENTY = 300;

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

    @Test
    void of_what_fits_alike_the_newer_comes_first_but_never_before_what_fits_better() throws IOException {
        with("last year", "Kort til lesesalen", "Kortet virker ikke", 365, "everyone");
        with("today", "Kort til lesesalen", "Kortet virker ikke", 0, "everyone");
        with("last month", "Kort til lesesalen", "Kortet virker ikke", 30, "everyone");
        with("five years ago", "Adgangskort sperret", "Sperret adgangskort til lesesalen", 5 * 365, "everyone");
        for (int other = 0; other < 20; other++) {
            with("other " + other, "Kort", "Skriveren virker ikke", other, "everyone");
        }
        assertThat(texts.find("lesesalen kort ")).startsWith("today", "last month", "last year");
        assertThat(texts.find("adgangskort lesesalen ").getFirst()).isEqualTo("five years ago");
    }

    @Test
    void words_that_only_begin_as_written_are_looked_for_where_few_are_as_written() throws IOException {
        for (int other = 0; other < PLENTY; other++) {
            with("other " + other, "Sak", "Ny konto", 1, "team:1");
        }
        with("longer", "Sak", "Hvilket kontonummer har dere", 1, "team:1", "person:1");
        with("own", "Sak", "Ny konto", 400, "team:1", "person:1");
        assertThat(texts.names(texts.index.find(asking("kontonum", "team:1")).hits())).containsExactly("longer");
        assertThat(texts.names(texts.all(asking("konto", "team:1")))).hasSize(PLENTY + 1).doesNotContain("longer").endsWith("own");
        assertThat(texts.names(texts.all(asking("konto", "person:1")))).containsExactlyInAnyOrder("own", "longer");
    }

    private static SearchQuery asking(String words, String access) {
        return new SearchQuery(1, words, Set.of(access), Set.of(), null, false, SearchQuery.Sort.RELEVANCE, null, 50);
    }

    private void with(String name, String title, String text, int days, String... access) throws IOException {
        var id = SomeTexts.id(name);
        texts.with(1, name, new Entry("case", id, id, false, Set.of(access), Set.of(), null, title, text, Set.of(), "nb", Instant.now().minus(Duration.ofDays(days)), 0));
    }
}
