package no.torg.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern SAID = Pattern.compile("(?:say|Refused)\\(\\s*\"([a-z]+(?:\\.[a-z0-9-]+)+)\"\\s*[,)]");
    private static final Messages MESSAGES = new Messages(true);

    @Test
    void everyTextIsThereInAllLanguages() {
        for (var language : Language.values()) {
            assertThat(new TreeSet<>(MESSAGES.keys(language))).as(language.code()).isEqualTo(new TreeSet<>(MESSAGES.keys(Language.NB)));
        }
    }

    @Test
    void everyKeyStandsOnce() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/messages"))) {
            for (var file : files.toList()) {
                var keys = Files.readAllLines(file).stream().filter(line -> !line.startsWith("#") && line.contains("=")).map(line -> line.split("=")[0].strip()).toList();
                assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void everyKeyThatIsSaidHasAText() throws IOException {
        var missing = new TreeSet<String>();
        for (var source : sources()) {
            var said = SAID.matcher(Files.readString(source));
            while (said.find()) if (!MESSAGES.has(Language.NB, said.group(1))) missing.add(said.group(1) + " in " + source);
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void aMissingTextIsAFaultInTestsAndItsKeyInProduction() {
        assertThatThrownBy(() -> MESSAGES.say(Language.NB, "web.no-such")).hasMessageContaining("web.no-such");
        assertThat(new Messages(false).say(Language.NB, "web.no-such")).isEqualTo("web.no-such");
    }

    @Test
    void pluralsFollowTheLanguage() {
        assertThat(MESSAGES.say(Language.NB, "web.form.errors", 1)).isEqualTo("Rett én ting før du går videre");
        assertThat(MESSAGES.say(Language.NB, "web.form.errors", 3)).isEqualTo("Rett 3 ting før du går videre");
        assertThat(MESSAGES.say(Language.NN, "catalog.services.filter", 1)).isEqualTo("Avgrens (1 vald)");
        assertThat(MESSAGES.say(Language.NB, "insight.ages.oldest", 1L, "over 30 dager")).isEqualTo("1 åpen sak har ligget over 30 dager");
        assertThat(MESSAGES.say(Language.NB, "insight.ages.oldest", 0L, "over 30 dager")).isEqualTo("Ingen åpne saker har ligget over 30 dager");
        assertThat(MESSAGES.say(Language.NN, "insight.finding.steady", 2L, 1L)).isEqualTo("Køen er stabil, frå 2 til 1 sak");
        assertThat(MESSAGES.say(Language.EN, "insight.forecast.short", 104, 1)).contains(": 1 whole week,");
        assertThat(MESSAGES.say(Language.NB, "migration.outcome.tried", 1L, 0L)).contains("1 post er lest, 0 av dem");
    }

    @Test
    void manyThreadsMaySayTheSamePluralAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var said = threads.invokeAll(IntStream.range(0, 2_000)
                .<Callable<Boolean>>mapToObj(n -> () -> MESSAGES.say(Language.EN, "web.form.errors", n).contains(n == 1 ? "one thing" : " " + MESSAGES.say(Language.EN, "web.number.whole", n) + " things"))
                .toList());
            for (var right : said) assertThat(right.get()).isTrue();
        }
    }

    private static Iterable<Path> sources() throws IOException {
        try (Stream<Path> java = Files.walk(Path.of("src/main/java")); Stream<Path> jte = Files.walk(Path.of("src/main/jte"))) {
            return Stream.concat(java, jte).filter(Files::isRegularFile).toList();
        }
    }
}
