package no.torg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Pattern;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.people.Persons;
import no.torg.tenancy.Tenant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Who was handed a log of years ago sees its figures and not an empty quarter, on every page of figures, and is told why. */
@TorgTest
@Import(Histories.class)
class OldFiguresTest {

    private static final String SHOWN = "Det har ikke skjedd noe de siste 90 dagene. Her er alle tallene, fra ";
    private static final String EMPTY = "Det skjedde ikke noe disse dagene. Tallene går fra ";
    private static int made;

    @TempDir
    private Path folder;
    @Autowired
    private World world;
    @Autowired
    private Histories histories;
    @Autowired
    private Persons persons;
    private Client owner;

    @BeforeEach
    void handed() throws Exception {
        Tenant tenant = histories.tenant("gammel-" + (char) ('a' + made++), "Europe/Oslo");
        UUID administrator = tenant.call(() -> persons.byMail("adm@" + tenant.slug() + ".no").orElseThrow());
        histories.bring(tenant, Histories.file(folder, "m.yaml", SampleLog.MAPPING), Histories.file(folder, "log.csv", SampleLog.HEADER + "\n" + String.join("\n", SampleLog.RECORDS)));
        owner = world.browser(tenant, administrator);
    }

    private String page(String path) {
        var answer = owner.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void unasked_all_of_it_is_shown() {
        for (var path : new String[] {"/insight", "/insight?service=saksbank", "/insight/services/saksbank"}) {
            assertThat(page(path)).as(path).contains(SHOWN).contains("measure=opened&amp;from=2024-03-01&amp;to=2024-03-31").contains("period=all").doesNotContain(EMPTY);
        }
        assertThat(page("/insight/comparison")).contains(SHOWN).contains("from=2024-03-16");
        assertThat(page("/insight/treatment")).contains(SHOWN);
        assertThat(page("/insight/forecast")).contains("Ingen prognose: det har ikke kommet saker siden 10. mars 2024").contains("uke 10").doesNotContain("merkbart bedre");
        assertThat(page("/insight")).as("there is nothing before").doesNotContain("ikke nok å sammenligne med").doesNotContain("flere enn før");
    }

    @Test
    void a_period_that_is_asked_for_is_kept_and_the_way_to_the_figures_is_told() {
        for (var path : new String[] {"/insight", "/insight/services/saksbank", "/insight/comparison", "/insight/treatment"}) {
            assertThat(page(path + "?period=90")).as(path).contains(EMPTY).contains("href=\"" + path + "?period=all").doesNotContain(SHOWN);
            assertThat(page(path + "?from=2024-03-01&to=2024-03-31")).as(path).doesNotContain(EMPTY).doesNotContain(SHOWN);
        }
        assertThat(page("/insight?period=all")).contains("measure=opened&amp;from=2024-03-01&amp;to=2024-03-31").doesNotContain(EMPTY).doesNotContain(SHOWN);
        assertThat(page("/insight/tables/totals/csv?period=all")).contains("2024-03-01;2024-03-31;3;");
    }

    /** It cannot be ordered, and yet its numbers lead to its cases. */
    @Test
    void the_cases_of_a_service_that_was_made_for_them_are_reached_from_its_numbers() {
        for (var path : new String[] {"/insight", "/insight/services/saksbank"}) {
            var ways = Pattern.compile("href=\"(/insight/[^\"]*(?:cases|tables)[^\"]*)\"").matcher(page(path)).results().map(way -> way.group(1).replace("&amp;", "&")).distinct().toList();
            assertThat(ways).hasSizeGreaterThan(20).anyMatch(way -> way.contains("service=saksbank"));
            ways.forEach(this::page);
        }
        assertThat(page("/insight/cases?measure=resolved&from=2024-03-01&to=2024-03-31&service=saksbank&order=slowest")).contains("S1 Nøkler");
    }

    @Test
    void a_saved_dashboard_of_all_days_tells_which_they_are() {
        var saved = owner.post("/insight/dashboards", "name", "Alt", "period", "all", "panels", "key-figures");
        assertThat(saved.status()).isEqualTo(303);
        assertThat(page(saved.header("Location"))).contains("fra 1. mars 2024 til og med 31. mars 2024");
    }
}
