package no.torg.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.torg.Client;
import no.torg.TestFolder;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.people.Organisation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.beans.factory.annotation.Autowired;

/** Every service is found by each of the everyday words that its folder lists, and stands under just the audiences and topics that its folder names. */
@TorgTest
class CatalogueTest {

    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    private static final int LONG_WORD = 6;
    private static final Pattern SHOWN = Pattern.compile("class=\"(?:row-title|hit)\" href=\"/services/([^\"]+)\"");
    private static final Pattern CARD = Pattern.compile("href=\"/services\\?audience=[a-z-]+&(?:amp;)?topic=([a-z-]+)\"");

    @Autowired
    private World world;
    @Autowired
    private Services services;
    @Autowired
    private Topics topics;
    @Autowired
    private Organisation organisation;

    /** A service as its folder tells it, read here by no code of the product; words by language. */
    record Folder(String slug, String name, List<String> audiences, List<String> topics, Map<String, List<String>> words) {

        static Stream<Folder> all() {
            try (var folders = Files.list(TestFolder.PROJECT.resolve("services"))) {
                return folders.filter(Files::isDirectory).sorted().map(Folder::of).toList().stream();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static Folder of(Path folder) {
            var service = yaml(folder.resolve("service.yaml"));
            var texts = LANGUAGES.stream().collect(Collectors.toMap(language -> language, language -> yaml(folder.resolve("texts/" + language + ".yaml"))));
            var words = new TreeMap<String, List<String>>();
            texts.forEach((language, text) -> words.put(language, texts(text, "search-words")));
            return new Folder(service.get("slug").toString(), texts.get("nb").get("name").toString(), texts(service, "audiences"), texts(service, "topics"), words);
        }

        private static List<String> texts(Map<?, ?> from, String key) {
            return ((List<?>) from.get(key)).stream().map(Object::toString).toList();
        }

        private static Map<?, ?> yaml(Path file) {
            try {
                return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        @Override
        public String toString() {
            return slug;
        }
    }

    static Stream<Arguments> inEachLanguage() {
        return Folder.all().flatMap(folder -> LANGUAGES.stream().map(language -> Arguments.of(folder, language)));
    }

    @BeforeEach
    void theSearchHasReadThemAll() {
        var stranger = world.stranger("fjordvik");
        await("the search has read the services").until(() -> Folder.all().allMatch(folder -> shown(stranger, "/search?q=" + encoded(folder.name())).contains(folder.slug())));
    }

    @ParameterizedTest
    @MethodSource("inEachLanguage")
    void each_of_its_words_finds_a_service_in_the_catalogue_in_the_search_and_while_one_types(Folder folder, String language) {
        var stranger = world.stranger("fjordvik").with("Accept-Language", language);
        var missed = new ArrayList<String>();
        for (var word : folder.words().get(language)) {
            for (var page : List.of("/services?audience=" + folder.audiences().getFirst() + "&q=", "/search?q=", "/search/suggestions?q=")) {
                if (!shown(stranger, page + encoded(word)).contains(folder.slug())) {
                    missed.add(page + word);
                }
            }
        }
        assertThat(folder.words().get(language)).isNotEmpty();
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("inEachLanguage")
    void each_of_its_longer_words_finds_it_also_with_one_letter_wrong(Folder folder, String language) {
        var stranger = world.stranger("fjordvik").with("Accept-Language", language);
        var missed = new ArrayList<String>();
        var misspelt = folder.words().get(language).stream().map(CatalogueTest::misspelt).filter(word -> !word.isEmpty()).toList();
        for (var word : misspelt) {
            if (!shown(stranger, "/services?audience=" + folder.audiences().getFirst() + "&q=" + encoded(word)).contains(folder.slug())) {
                missed.add(word);
            }
        }
        assertThat(misspelt).isNotEmpty();
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fjordvik", "solheim"})
    void an_audience_sees_just_the_services_that_name_it(String tenant) {
        var audiences = world.at(tenant + ":", organisation::audiences);
        assertThat(audiences).hasSizeGreaterThan(3);
        for (var audience : audiences) {
            var wanted = offered(tenant).filter(folder -> folder.audiences().contains(audience.id())).map(Folder::slug).toList();
            assertThat(shown(world.stranger(tenant), "/services?audience=" + audience.id())).as(audience.id()).containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fjordvik", "solheim"})
    void under_a_topic_stand_just_the_services_for_the_audience_that_name_it(String tenant) {
        var stranger = world.stranger(tenant);
        var known = world.at(tenant + ":", topics::all);
        assertThat(known).hasSizeGreaterThan(5);
        for (var audience : world.at(tenant + ":", organisation::audiences)) {
            var cards = new ArrayList<String>();
            for (var topic : known) {
                var wanted = offered(tenant).filter(folder -> folder.audiences().contains(audience.id()) && folder.topics().contains(topic.id())).map(Folder::slug).toList();
                assertThat(shown(stranger, "/services?audience=" + audience.id() + "&topic=" + topic.id())).as(audience.id() + " " + topic.id())
                        .containsExactlyInAnyOrderElementsOf(wanted);
                cards.addAll(wanted.isEmpty() ? List.of() : List.of(topic.id()));
            }
            var front = stranger.get("/?audience=" + audience.id()).body();
            assertThat(CARD.matcher(front).results().map(found -> found.group(1))).as("cards for " + audience.id()).containsExactlyElementsOf(cards);
        }
    }

    @Test
    void both_organisations_offer_services_of_the_project_only() {
        assertThat(offered("fjordvik").map(Folder::slug)).containsExactlyElementsOf(Folder.all().map(Folder::slug).toList());
        assertThat(offered("solheim")).hasSize(5);
    }

    /** The folders that the organisation has published. */
    private Stream<Folder> offered(String tenant) {
        var slugs = world.at(tenant + ":", () -> services.published("nb").stream().map(service -> service.definition().slug()).toList());
        assertThat(Folder.all().map(Folder::slug).toList()).containsAll(slugs);
        return Folder.all().filter(folder -> slugs.contains(folder.slug()));
    }

    private static List<String> shown(Client client, String path) {
        var answer = client.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return SHOWN.matcher(answer.body()).results().map(found -> found.group(1)).toList();
    }

    /** The words with a wrong letter in the middle of the longest; empty where that is short. */
    private static String misspelt(String words) {
        var longest = Stream.of(words.split("[^\\p{L}]+")).max(Comparator.comparing(String::length)).orElse("");
        var middle = longest.length() / 2;
        return longest.length() < LONG_WORD ? "" : words.replace(longest, longest.substring(0, middle) + (longest.charAt(middle) == 'q' ? 'x' : 'q') + longest.substring(middle + 1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
