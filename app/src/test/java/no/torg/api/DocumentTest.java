package no.torg.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.regex.Pattern;

import no.torg.TorgTest;
import no.torg.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The API's document is whole: every type it speaks of is in it, by a name of its own. */
@TorgTest
class DocumentTest {

    private static final Pattern SPOKEN_OF = Pattern.compile("\"#/components/schemas/([^\"]+)\"");

    private static final Pattern PART = Pattern.compile("href=\"#module-([^\"]+)\">([^<]+)<");

    @Autowired
    private World world;

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
    void every_part_has_a_title_in_words() {
        var parts = PART.matcher(world.stranger("fjordvik").get("/api").body()).results().toList();
        assertThat(parts).hasSizeGreaterThan(8).allSatisfy(part -> assertThat(part.group(2)).isNotEqualTo(part.group(1)));
    }
}
