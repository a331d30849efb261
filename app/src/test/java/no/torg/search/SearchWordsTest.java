package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How everyday words find what was meant. */
class SearchWordsTest {

    @TempDir
    Path folder;

    private SomeTexts texts;

    @BeforeEach
    void fill() throws IOException {
        texts = new SomeTexts(folder)
            .with("guest", "Gjestekonto til professor", "Vi trenger tilgang for en gjesteforsker fra Nederland.\nHun kommer på mandag.", "2026-004711",
                "Kari Nordmann")
            .with("question", "Spørsmål om opptak", "Når er søknadsfristen for masterstudiet i sosiologi? Jeg fant den ikke på nettsidene.", "2026-000815")
            .with("printer", "Skriveren virker ikkje", "Skrivaren på lesesalen tek ikkje imot utskrifter. Feilen står i rapport.pdf.", "2026-000047")
            .with("english", "Wireless network", "The students have been losing their connections since the meeting on Monday, please help with eduroam.")
            .with("template", "Ny mal", "Malen for brev må byttes ut.")
            .with("name", "Flytting", "Michael Sørås flytter til Ålesund.");
    }

    @AfterEach
    void close() throws IOException {
        texts.close();
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "gjestekontoer, guest", "gjesteforskeren, guest", "gjesteforskarane, guest", "SØKNADSFRISTER, question", "utskrift, printer",
        "students meetings, english", "student meeting, english", "connection, english", "eduroam, english",
        "sporsmal, question", "spoersmaal, question", "spørsmålene, question", "spörsmål, question", "alesund, name", "Aalesund, name", "Sørås, name",
        "soras, name", "Sörås, name",
        "gjestekon, guest", "sosio, question", "sosi, question", "spørsm, question", "sporsm, question", "micha, name", "michae, name", "råpport, printer",
        "gjestekonot, guest", "gjestekomto, guest", "gjestkonto, guest", "gjestekontoo, guest", "jgestekonto, guest", "nederlandd, guest",
        "sprøsmål, question", "sosiolgi, question",
        "gjeste konto, guest", "4711, guest", "004711, guest", "2026-004711, guest", "nordmann, guest", "kari nordmann, guest", "Kari Normann, guest",
        "815, question", "47, printer",
        "rapport, printer", "rapport.pdf, printer", "maler, template",
        "'Hva er fristen for å søke på master i sosiologi egentlig, søknadsfristen altså?', question",
        "'hvem er professor fra nederland', guest",
    })
    void finds(String words, String name) throws IOException {
        assertThat(texts.find(words)).isNotEmpty().first().isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"mal, template", "'47 ', printer", "'konto ', nothing"})
    void does_not_take_one_word_for_another(String words, String name) throws IOException {
        assertThat(texts.find(words)).isEqualTo(name.equals("nothing") ? List.of() : List.of(name));
    }

    @ParameterizedTest
    @CsvSource({"xylofon", "12345678", "4712", "mnnnnal", "'...'", "' '"})
    void finds_nothing_that_is_not_there(String words) throws IOException {
        assertThat(texts.find(words)).isEmpty();
    }

    @Test
    void one_of_two_words_is_better_than_nothing_but_only_then() throws IOException {
        assertThat(texts.find("gjestekonto eduroam")).containsExactlyInAnyOrder("guest", "english");
        assertThat(texts.find("gjestekonto professor")).containsExactly("guest");
    }

    @Test
    void prefers_all_the_words_and_those_that_stand_together() throws IOException {
        texts.with("together", "Parkering", "Den nye parkeringsplassen ligger bak biblioteket og åpner i morgen tidlig for alle ansatte.")
            .with("apart", "Parkering", "Biblioteket og alle ansatte får vite i morgen tidlig når den nye åpner bak parkeringsplassen.")
            .with("half", "Parkering", "Parkeringsplassen er stengt.");

        assertThat(texts.find("nye parkeringsplassen")).containsExactly("together", "apart");
    }

    @Test
    void a_stop_word_alone_is_looked_for() throws IOException {
        assertThat(texts.find("til")).contains("guest");
        assertThat(texts.with("it", "IT-avdelingen", "Ring IT.").find("it")).first().isEqualTo("it");
    }

    @Test
    void exact_words_come_before_those_alike() throws IOException {
        texts.with("jansen", "Jansen", "Møte med Jansen.").with("hansen", "Hansen", "Møte med Hansen.");

        assertThat(texts.find("hansen ")).containsExactly("hansen");
        assertThat(texts.find("xansen ")).containsExactlyInAnyOrder("hansen", "jansen");
    }

    @Test
    void a_boost_breaks_a_draw() throws IOException {
        var plain = SomeTexts.entry(SomeTexts.id("plain"), "Laptop", "Bestill en laptop.");
        texts.with(1, "plain", plain).with(1, "boosted", new Entry(plain.kind(), SomeTexts.id("boosted"), SomeTexts.id("b"), false, plain.access(),
            plain.except(), null,
            plain.title(), plain.text(), plain.exact(), null, plain.at(), 2));

        assertThat(texts.find("laptop")).containsExactly("boosted", "plain");
    }
}
