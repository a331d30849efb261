package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of a hit. */
class HighlightsTest {

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
    void marks_the_words_as_they_stand_in_title_and_text() throws IOException {
        texts.with("a", "Tre gjestekontoer <b>", "Vi ønsker oss gjestekontoen nå.\n\nHilsen & <script>Kari</script>.");

        var hit = texts.hits("gjestekonto").getFirst();

        assertThat(SomeTexts.marked(hit.title())).isEqualTo("Tre [gjestekontoer] <b>");
        assertThat(SomeTexts.marked(hit.snippet())).isEqualTo("Vi ønsker oss [gjestekontoen] nå. Hilsen & <script>Kari</script>.");
    }

    @Test
    void marks_prefixes_misspellings_and_folded_words() throws IOException {
        texts.with("a", "Nytt spørsmål", "Studentene venter.");

        assertThat(SomeTexts.marked(texts.hits("sporsmal").getFirst().title())).isEqualTo("Nytt [spørsmål]");
        assertThat(SomeTexts.marked(texts.hits("studen").getFirst().snippet())).isEqualTo("[Studentene] venter.");
        assertThat(SomeTexts.marked(texts.hits("stuedntene ").getFirst().snippet())).isEqualTo("[Studentene] venter.");
    }

    @Test
    void shows_the_places_that_tell_why_in_a_long_text() throws IOException {
        String filler = "Dette er bare fyll uten noen mening for den som leter. ".repeat(400);
        texts.with("a", "Lang", filler + "Her står passordet skrevet. " + filler + "Til slutt om lisensen. " + filler);

        String snippet = SomeTexts.marked(texts.hits("passord lisens").getFirst().snippet());

        assertThat(snippet).contains("[passordet]").contains("[lisensen]").contains(" … ").startsWith("…").endsWith(" …");
        assertThat(snippet.length()).isLessThan(600);
    }

    @Test
    void shows_the_beginning_when_only_the_title_matches() throws IOException {
        texts.with("a", "Adgangskort", "Kortet mitt er borte. Hva gjør jeg?");

        assertThat(SomeTexts.marked(texts.hits("adgangskort").getFirst().snippet())).isEqualTo("Kortet mitt er borte. Hva gjør jeg?");
    }

    @Test
    void never_cuts_a_character_in_two_nor_shows_too_much_of_a_text_without_sentences() throws IOException {
        texts.with("a", "Smil", "😀".repeat(300) + " gjestekonto " + "😀".repeat(300)).with("b", "Uten mellomrom", "x".repeat(5_000) + " gjestekonto");

        for (var hit : texts.hits("gjestekonto")) {
            String text = hit.snippet().stream().map(Span::text).collect(Collectors.joining());
            assertThat(SomeTexts.marked(hit.snippet())).contains("[gjestekonto]");
            assertThat(text.length()).isLessThan(600);
            assertThat(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(text);
        }
    }

    @Test
    void empty_texts_have_empty_snippets() throws IOException {
        texts.with("a", "Gjestekonto", "");

        assertThat(texts.hits("gjestekonto").getFirst().snippet()).isEmpty();
    }
}
