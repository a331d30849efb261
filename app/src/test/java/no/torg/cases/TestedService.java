package no.torg.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.torg.TestFolder;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A service as its folder tells it, with the first of its own tests whose answers are right, for tests that know no service themselves.
 *
 * @param kind    what kind of service it is, by which pages word what became of the request
 * @param names   what it is called, by language
 * @param asker   how the one who asks belongs
 * @param answers what is answered, by key; dates moved so that they are as far ahead as when the test was written
 * @param titles  what the case is called, by language, as the test expects it
 */
record TestedService(String slug, String kind, Map<String, String> names, String asker, Map<String, List<String>> answers, Map<String, String> titles) {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final String SOMEBODY = "person:any-";

    /** All services of the project, by name. */
    static List<TestedService> all() {
        try (var folders = Files.list(TestFolder.PROJECT.resolve("services"))) {
            return folders.filter(Files::isDirectory).sorted().map(TestedService::of).toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static TestedService of(Path folder) {
        var service = read(folder.resolve("service.yaml"));
        var names = new TreeMap<String, String>();
        for (var language : List.of("nb", "nn", "en")) {
            names.put(language, text(read(folder.resolve("texts/" + language + ".yaml")), "name"));
        }
        var test = tests(folder.resolve("tests")).filter(each -> map(each, "expect").containsKey("stored") && map(each, "expect").containsKey("title")).findFirst()
                .orElseThrow(() -> new AssertionError(folder + " has no test of a right request"));
        var titles = new TreeMap<String, String>();
        map(map(test, "expect"), "title").forEach((language, title) -> titles.put(language, String.valueOf(title)));
        return new TestedService(text(service, "slug"), text(service, "kind"), names, text(map(test, "person"), "affiliation"), answers(test), titles);
    }

    private static Stream<Map<String, Object>> tests(Path folder) {
        try (var files = Files.list(folder)) {
            return files.sorted().map(TestedService::list).flatMap(List::stream).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, List<String>> answers(Map<String, Object> test) {
        var written = LocalDate.parse(text(test, "now").substring(0, 10));
        var since = ChronoUnit.DAYS.between(written, LocalDate.now(ZoneId.of("Europe/Oslo")));
        var answers = new LinkedHashMap<String, List<String>>();
        map(test, "answers").forEach((key, value) -> {
            var given = new ArrayList<String>();
            (value instanceof List<?> several ? several : List.of(value)).forEach(one -> given.add(moved(one.toString(), since)));
            answers.put(key, given);
        });
        return answers;
    }

    private static String moved(String answer, long days) {
        return DATE.matcher(answer).matches() ? LocalDate.parse(answer).plusDays(days).toString() : answer;
    }

    /** The affiliation of the somebody that an answer means; empty where the answer stands as it is. */
    static String somebody(String answer) {
        return answer.startsWith(SOMEBODY) ? answer.substring(SOMEBODY.length()) : "";
    }

    @Override
    public String toString() {
        return slug;
    }

    private static Map<String, Object> read(Path file) {
        return asMap(load(file));
    }

    private static List<Map<String, Object>> list(Path file) {
        return ((List<?>) load(file)).stream().map(TestedService::asMap).toList();
    }

    private static Object load(Path file) {
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, Object> map(Map<String, Object> of, String name) {
        return asMap(of.get(name));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }

    private static String text(Map<String, Object> of, String name) {
        return String.valueOf(of.get(name));
    }
}
