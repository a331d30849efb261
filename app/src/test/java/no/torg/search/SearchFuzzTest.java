package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Strangers may ask for anything: it is answered, soon, and never understood as more than words. */
class SearchFuzzTest {

    private static final List<String> PIECES = List.of("*", "?", "~", "~2", "\"", "(", ")", "[a TO b]", "{", "}", "AND", "OR", "NOT", "+", "-", "text.1:",
        "access:", "^9", "\\", "/.*/",
        "\u0000", "\uD800", "\uDC00", "😀", "é", "ß", "İ", "ﬀ", "مرحبا", "привіт", "你好", "ก", "a\u0301", "aa", "oe", "ø", "Å", "'", "’", "gjestekonto", "og",
        "2026-004711", "0000", " ", "\n", "\t",
        "~sporsmal", "x".repeat(300), "a b ".repeat(100));

    @TempDir
    Path folder;

    @Test
    void any_words_and_cursors_are_answered() throws IOException {
        var random = new Random(20260101);
        try (var texts = new SomeTexts(folder)) {
            texts.with("a", "Gjestekonto", "Spørsmål om gjestekonto 😀 \uD800 ß", "2026-004711").with(1, "secret",
                new Entry("case", SomeTexts.id("secret"), SomeTexts.id("s"), true, Set.of("team:1"), Set.of(), null, "Gjestekonto", "gjestekonto", Set.of(),
                    null, Instant.EPOCH, 0));
            for (int round = 0; round < 3_000; round++) {
                var words = new StringBuilder();
                for (int piece = random.nextInt(12); piece >= 0; piece--) {
                    words.append(random.nextInt(8) == 0
                        ? Character.toString(random.nextInt(0x10000)) : PIECES.get(random.nextInt(PIECES.size()))).append(random.nextBoolean() ? " " : "");
                }
                byte[] cursor = new byte[random.nextBoolean() ? 21 : random.nextInt(40)];
                random.nextBytes(cursor);
                var sort = SearchQuery.Sort.values()[random.nextInt(2)];
                String after = random.nextInt(3) == 0 ? Base64.getUrlEncoder().encodeToString(cursor) : random.nextInt(3) == 0 ? words.toString() : null;

                var hits = texts.index.find(new SearchQuery(1, words.toString(), SomeTexts.EVERYONE, Set.of(), null, false, sort, after, random.nextInt()));

                assertThat(texts.names(hits.hits())).as("%s", words).doesNotContain("secret");
            }
        }
    }

    @Test
    void the_longest_question_is_answered_soon() throws IOException {
        try (var texts = new SomeTexts(folder)) {
            var text = new StringBuilder();
            for (int word = 0; word < 20_000; word++) {
                text.append("ord").append(Integer.toString(word * 7919, 36)).append(' ');
            }
            texts.with("a", "Ord", text.toString());
            var words = "ordx ordy orda ordb ordc ordd orde ordf ordg ordh ordi ordj ".repeat(1_000) + "o";
            var start = System.nanoTime();

            texts.find(words);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }
}
