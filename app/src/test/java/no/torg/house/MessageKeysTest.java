package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.torg.house.Sources.Source;
import no.torg.web.Language;
import org.junit.jupiter.api.Test;

/** Every text that people see is a message, there is each in all languages, and none is there in vain. */
class MessageKeysTest {

    private static final Map<Language, Map<String, String>> TEXTS = Stream.of(Language.values()).collect(Collectors.toMap(language -> language, MessageKeysTest::read));
    private static final Set<String> KEYS = new TreeSet<>(TEXTS.get(Language.NB).keySet());
    private static final Set<String> MODULES = KEYS.stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
    private static final List<Source> TEMPLATES = Sources.files("app/src/main/jte", ".jte");
    private static final List<Source> CODE = Stream.of(Sources.java("app/src/main/java"), TEMPLATES).flatMap(List::stream).toList();
    private static final Pattern LITERAL = Pattern.compile("\"(?=([^\"\\\\\\n]*)\")");
    private static final Pattern SAID = Pattern.compile("\\b(?:say|Refused)\\(\\s*\"([a-z0-9.-]+)\"\\s*([,)])");
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[a-z0-9-]*[a-z0-9]){2,}");
    private static final Pattern BEGINNING = Pattern.compile("[a-z]+\\.[a-z0-9.-]*[.-]");

    @Test
    void every_language_has_the_same_keys() {
        assertThat(KEYS).hasSizeGreaterThan(300);
        for (var language : Language.values()) {
            assertThat(TEXTS.get(language).keySet()).as(language.code()).containsExactlyInAnyOrderElementsOf(KEYS);
        }
    }

    @Test
    void a_key_stands_in_the_file_of_its_module_and_module_has_a_package() {
        assertThat(Sources.folders("app/src/main/java/no/torg")).containsAll(MODULES);
        for (var file : Sources.files("app/src/main/resources/messages", ".properties")) {
            var module = file.name().replaceAll(".*/|_.*", "");
            assertThat(properties(file).stringPropertyNames()).as(file.name()).allMatch(key -> key.startsWith(module + "."));
        }
    }

    @Test
    void a_text_has_the_same_places_in_every_language() {
        var wrong = KEYS.stream().filter(key -> Stream.of(Language.values()).map(language -> places(TEXTS.get(language).getOrDefault(key, ""))).distinct().count() > 1);
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_key_is_missing() {
        var missing = new TreeSet<String>();
        for (var source : CODE) {
            literals(source).filter(text -> KEY.matcher(text).matches() && MODULES.contains(text.split("\\.")[0]) && KEYS.stream().noneMatch(key -> (key + ".").startsWith(text + ".")))
                    .forEach(text -> missing.add(source.name() + ": " + text));
            said(source).map(found -> found.group(1)).filter(text -> !KEYS.contains(text)).forEach(text -> missing.add(source.name() + ": " + text));
            beginnings(source).filter(begins -> KEYS.stream().noneMatch(key -> key.startsWith(begins))).forEach(begins -> missing.add(source.name() + ": " + begins + "…"));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_key_is_unused() {
        var whole = CODE.stream().flatMap(MessageKeysTest::literals).collect(Collectors.toSet());
        var beginnings = CODE.stream().flatMap(MessageKeysTest::beginnings).collect(Collectors.toSet());
        var constants = CODE.stream().flatMap(source -> Pattern.compile("\\b[A-Z][A-Z_]+\\b").matcher(source.text()).results().map(MatchResult::group))
                .map(name -> name.toLowerCase().replace('_', '-')).collect(Collectors.toSet());
        var unused = KEYS.stream().filter(key -> !whole.contains(key)).filter(key -> beginnings.stream().noneMatch(begins -> key.startsWith(begins)
                && Stream.of(key.substring(begins.length()).split("\\.")).allMatch(rest -> rest.matches("\\d+") || whole.contains(rest) || whole.contains("." + rest) || constants.contains(rest))));
        assertThat(unused).isEmpty();
    }

    @Test
    void the_places_of_a_text_are_filled() {
        var wrong = new TreeSet<String>();
        for (var source : CODE) {
            said(source).filter(found -> KEYS.contains(found.group(1))).forEach(found -> {
                var given = arguments(source.text(), found);
                var wanted = places(TEXTS.get(Language.NB).get(found.group(1))).stream().mapToInt(Integer::parseInt).max().orElse(-1) + 1;
                if (given >= 0 && given < wanted) {
                    wrong.add("%s: %s wants %d and gets %d".formatted(source.name(), found.group(1), wanted, given));
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void templates_have_no_text_of_their_own() {
        assertThat(TemplateText.of("<p title=\"${w.say(\"a\")}\">${x}</p>@if(a(\")\"))<b>Hei</b>@endif@template.ui.x(y = @`<i>du</i>`)")).containsExactly("line 1: Hei", "line 1: du");
        var wrong = TEMPLATES.stream().flatMap(template -> TemplateText.of(template.text()).stream().map(text -> template.name() + " " + text)).toList();
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_text_stands_in_another_language() {
        var wrong = new TreeSet<String>();
        TEXTS.forEach((language, texts) -> texts.forEach((key, text) -> ForeignWords.in(language, text).forEach(word -> wrong.add(language.code() + " " + key + ": " + word))));
        assertThat(wrong).isEmpty();
        var modules = MODULES.stream().filter(module -> KEYS.stream().filter(key -> key.startsWith(module + ".")).count() >= 20).toList();
        assertThat(modules).allSatisfy(module -> assertThat(KEYS).anyMatch(key -> key.startsWith(module + ".") && !TEXTS.get(Language.NN).get(key).equals(TEXTS.get(Language.NB).get(key))));
    }

    private static Stream<String> literals(Source source) {
        return LITERAL.matcher(source.text()).results().map(found -> found.group(1));
    }

    private static Stream<String> beginnings(Source source) {
        return literals(source).filter(text -> BEGINNING.matcher(text).matches() && MODULES.contains(text.split("\\.")[0]));
    }

    private static Stream<MatchResult> said(Source source) {
        return SAID.matcher(source.text()).results();
    }

    /** How many arguments follow the key; less than none where a whole array is handed on. */
    private static int arguments(String text, MatchResult said) {
        if (said.group(2).equals(")")) {
            return 0;
        }
        var depth = 0;
        var count = 1;
        var at = said.end();
        for (; at < text.length() && depth >= 0; at++) {
            var c = text.charAt(at);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            count += c == ',' && depth == 0 ? 1 : 0;
        }
        var given = text.substring(said.end(), at - 1);
        return given.endsWith("args()") || given.endsWith("toArray()") || given.strip().equals("args") ? -1 : count;
    }

    private static Set<String> places(String text) {
        var pattern = new MessagePattern(text);
        var places = new TreeSet<String>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (Set.of(MessagePattern.Part.Type.ARG_NUMBER, MessagePattern.Part.Type.ARG_NAME).contains(pattern.getPartType(i))) {
                places.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return places;
    }

    private static Map<String, String> read(Language language) {
        var texts = new TreeMap<String, String>();
        for (var file : Sources.files("app/src/main/resources/messages", "_" + language.code() + ".properties")) {
            properties(file).forEach((key, text) -> texts.put((String) key, (String) text));
        }
        return texts;
    }

    private static Properties properties(Source file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(file.text()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return properties;
    }
}
