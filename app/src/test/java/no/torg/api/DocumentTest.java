package no.torg.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.house.Handlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;

/** The API's document is whole: every type it speaks of is in it, by a name of its own. */
@TorgTest
class DocumentTest {

    private static final Pattern SPOKEN_OF = Pattern.compile("\"#/components/schemas/([^\"]+)\"");

    private static final Pattern PART = Pattern.compile("href=\"#module-([^\"]+)\">([^<]+)<");

    /** Where a problem's type leads: a page, for people. */
    private static final String A_PAGE = "/api/problems";

    @Autowired
    private World world;

    @Autowired
    private ApplicationContext context;

    @Test
    void every_type_is_told_once() {
        var answer = world.stranger("fjordvik").get("/api/openapi.json");
        assertThat(answer.status()).as("200, or two types have one name: " + answer.body()).isEqualTo(200);
        var told = new TreeSet<>(answer.json().get("components").get("schemas").propertyNames());
        var spokenOf = new TreeSet<String>();
        SPOKEN_OF.matcher(answer.body()).results().forEach(found -> spokenOf.add(found.group(1)));
        assertThat(spokenOf).hasSizeGreaterThan(40);
        assertThat(told).containsAll(spokenOf);
    }

    @Test
    void it_says_of_every_way_in_what_the_handler_takes_and_nothing_else() {
        var document = world.stranger("fjordvik").get("/api/openapi.json").json();
        var resolvers = context.getBeanProvider(HandlerMethodArgumentResolver.class).stream().toList();
        var taken = new TreeSet<String>();
        Handlers.of(context).stream().filter(handler -> handler.isApi() && !handler.path().equals(A_PAGE)).forEach(handler -> tell(taken, handler.toString(), Taken.by(handler, resolvers)));
        var documented = new TreeSet<String>();
        document.get("paths").propertyStream().forEach(path -> path.getValue().propertyStream()
                .forEach(verb -> tell(documented, verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), Documented.of(document, verb.getValue()))));
        assertThat(taken).hasSizeGreaterThan(250);
        assertThat(documented).containsExactlyElementsOf(taken);
    }

    private static void tell(Set<String> ways, String way, Set<String> taken) {
        ways.add(way);
        taken.forEach(one -> ways.add(way + " " + one));
    }

    @Test
    void every_part_has_a_title_in_words() {
        var parts = PART.matcher(world.stranger("fjordvik").get("/api").body()).results().toList();
        assertThat(parts).hasSizeGreaterThan(8).allSatisfy(part -> assertThat(part.group(2)).isNotEqualTo(part.group(1)));
    }
}
