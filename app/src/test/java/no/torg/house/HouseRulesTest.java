package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.torg.house.Sources.Source;
import org.junit.jupiter.api.Test;

/** Files keep to the house style: sizes, package notes, and what is not written here. */
class HouseRulesTest {

    private static final List<Source> MAIN = Stream.of("app", "db", "postgres").flatMap(part -> Sources.java(part + "/src/main/java").stream()).toList();
    private static final List<Source> TESTS = Stream.of("app", "postgres").flatMap(part -> Sources.java(part + "/src/test/java").stream()).toList();
    private static final List<Source> TEMPLATES = Sources.files("app/src/main/jte", ".jte");
    private static final Pattern CONTROLLER = Pattern.compile("(?m)^@(Rest)?Controller\\b");
    private static final Pattern PRINTS = Pattern.compile("System\\.(out|err)\\b|printStackTrace");
    private static final Pattern SYSTEM_ZONE = Pattern.compile("Local(Date|DateTime|Time)\\.now\\(\\)|ZonedDateTime\\.now\\(\\)|ZoneId\\.systemDefault");
    private static final Pattern OWN_CLOCK = Pattern.compile("Instant\\.now\\(\\)");
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");

    @Test
    void files_are_no_longer_than_they_may_be() {
        assertThat(MAIN).hasSizeGreaterThan(200);
        assertThat(TEMPLATES).hasSizeGreaterThan(50);
        var wrong = new TreeSet<String>();
        longer(MAIN, 250, wrong);
        longer(MAIN.stream().filter(source -> CONTROLLER.matcher(source.text()).find()).toList(), 100, wrong);
        longer(TEMPLATES, 90, wrong);
        longer(TESTS, 300, wrong);
        assertThat(wrong).isEmpty();
        assertThat(Exceptions.FILES).allSatisfy((name, reason) -> assertThat(Stream.of(MAIN, TEMPLATES, TESTS).flatMap(List::stream))
                .as("exception without a file: " + name).anyMatch(source -> source.name().equals(name)));
    }

    @Test
    void every_package_says_what_it_is_for_and_is_null_marked() {
        var packages = new TreeSet<String>();
        MAIN.forEach(source -> packages.add(source.packageName()));
        var noted = MAIN.stream().filter(source -> source.name().endsWith("package-info.java"))
                .filter(source -> source.text().contains("@NullMarked") && source.text().contains("/**")).map(Source::packageName).toList();
        assertThat(packages).isNotEmpty();
        packages.removeAll(noted);
        assertThat(packages).isEmpty();
    }

    @Test
    void only_verbs_print() {
        assertThat(breaking(MAIN, PRINTS, Map.of()).stream().filter(name -> !name.startsWith("app/src/main/java/no/torg/verbs/") && !name.startsWith("db/")))
                .containsExactlyElementsOf(new TreeSet<>(Exceptions.PRINTING.keySet()));
    }

    @Test
    void nobody_asks_the_machine_for_its_time_zone() {
        assertThat(breaking(MAIN, SYSTEM_ZONE, Map.of())).isEmpty();
        assertThat(breaking(TESTS, SYSTEM_ZONE, Map.of())).isEmpty();
    }

    @Test
    void what_happens_to_cases_and_in_conversations_happens_at_the_moment_that_is_told() {
        var told = MAIN.stream().filter(source -> source.name().contains("/no/torg/cases/") || source.name().contains("/no/torg/conversations/")).toList();
        assertThat(told).isNotEmpty();
        assertThat(breaking(told, OWN_CLOCK, Map.of())).isEqualTo(new TreeSet<>(Exceptions.CLOCKS.keySet()));
    }

    @Test
    void nothing_is_left_for_later_and_nothing_generated_by_lombok() {
        assertThat(breaking(MAIN, LEFT_OVER, Map.of())).isEmpty();
        assertThat(breaking(TEMPLATES, LEFT_OVER, Map.of())).isEmpty();
        assertThat(breaking(MAIN, Pattern.compile("\\blombok\\b"), Map.of())).isEmpty();
    }

    @Test
    void templates_have_no_inline_script_or_style() {
        assertThat(breaking(TEMPLATES, Pattern.compile("<style|\\sstyle=|\\son[a-z]+=\"|<script(?![^>]*\\ssrc=)|href=\"javascript:|@raw|\\$unsafe"), Map.of()))
                .isEqualTo(new TreeSet<>(Exceptions.HTML.keySet()));
    }

    private static void longer(List<Source> sources, int most, TreeSet<String> wrong) {
        sources.stream().filter(source -> source.lines() > most && !Exceptions.FILES.containsKey(source.name()))
                .forEach(source -> wrong.add("%s has %d lines, %d at most".formatted(source.name(), source.lines(), most)));
    }

    private static TreeSet<String> breaking(List<Source> sources, Pattern pattern, Map<String, String> excepted) {
        var found = new TreeSet<String>();
        sources.stream().filter(source -> pattern.matcher(source.text()).find() && !excepted.containsKey(source.name())).forEach(source -> found.add(source.name()));
        return found;
    }
}
