package no.torg.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.cases.CaseWalk;
import no.torg.sheets.Sheet.Format;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures beside each other, like cases, and every table as a file. */
@TorgTest
class ComparisonTest {

    private static final String OWNER = "vilde-sorum";
    private static final Pattern FILE = Pattern.compile("href=\"(/insight/(?:tables/[a-z-]+|cases)/(?:csv|xlsx)[^\"]*)\"");

    @Autowired
    private World world;
    @Autowired
    private ListableBeanFactory beans;

    @BeforeEach
    void walk() {
        CaseWalk.once(world, beans, 23, 400, Duration.ofDays(70));
    }

    @Test
    void two_periods_and_two_units_stand_beside_each_other() {
        var api = world.api(OWNER);
        var today = world.today();
        var periods = api.get("/api/metrics/comparison?period=30").json();
        assertThat(periods.get("other").get("to").asString()).isEqualTo(today.minusDays(30).toString());
        assertThat(periods.get("one").get("outcome")).isEqualTo(api.get("/api/metrics/overview?period=30").json().get("total"));
        assertThat(periods.get("other").get("outcome")).isEqualTo(api.get("/api/metrics/overview?from=" + today.minusDays(59) + "&to=" + today.minusDays(30)).json().get("total"));
        assertThat(periods.get("other").get("outcome").get("opened").asLong()).isPositive();
        assertThat(api.get("/api/metrics/comparison?period=30&against=year").json().get("other").get("to").asString()).isEqualTo(today.minusYears(1).toString());

        var it = world.fjordvik().units().get("it");
        var hr = world.fjordvik().units().get("hr");
        var units = api.get("/api/metrics/comparison?period=90&unit=" + it + "&other=" + hr).json();
        assertThat(units.get("one").get("outcome")).isEqualTo(api.get("/api/metrics/overview?period=90&unit=" + it).json().get("total"));
        assertThat(units.get("other").get("outcome")).isEqualTo(api.get("/api/metrics/overview?period=90&unit=" + hr).json().get("total"));
        assertThat(units.get("one").get("outcome")).isNotEqualTo(units.get("other").get("outcome"));
        var page = world.browser(OWNER).get("/insight/comparison?period=90&unit=" + it + "&other=" + hr).body();
        assertThat(page).contains("&amp;unit=" + it).contains("&amp;unit=" + hr);
        assertThat(world.browser(OWNER).get("/insight/comparison?other=" + world.solheim().units().values().iterator().next()).status()).isEqualTo(404);
        assertThat(world.browser(OWNER).get("/insight/comparison?against=never").status()).isEqualTo(422);
        assertThat(world.browser("kari-lunde").get("/insight/comparison").status()).isEqualTo(404);
    }

    @Test
    void like_cases_are_told_in_groups_of_twenty_and_each_group_is_as_long_as_its_list() {
        var treatment = world.api(OWNER).get("/api/metrics/treatment?period=90").json();
        assertThat(treatment.get("groups").size()).isPositive();
        assertThat(treatment.get("byPriority").size()).isPositive();
        for (var groups : List.of(treatment.get("groups"), treatment.get("byPriority"))) {
            for (var group : groups) {
                var spread = group.get("spread");
                assertThat(group.get("count").asLong()).isGreaterThanOrEqualTo(ComparisonReads.LEAST);
                assertThat(List.of(spread.get("tenth").asDouble(), spread.get("quarter").asDouble(), spread.get("median").asDouble(), spread.get("threeQuarters").asDouble(),
                        spread.get("ninetieth").asDouble())).isSorted();
                var priority = group.get("priority").isNull() ? "" : "&priority=" + group.get("priority").asString();
                var rows = csv("/insight/cases/csv?measure=resolved&from=" + treatment.get("from").asString() + "&to=" + treatment.get("to").asString() + "&service="
                        + group.get("service").asString() + "&team=" + group.get("team").asString() + priority);
                assertThat(rows).hasSize(1 + group.get("count").asInt());
                var minutes = rows.stream().skip(1).map(row -> Integer.parseInt(row.split(";", -1)[5])).sorted().toList();
                assertThat(minutes.get((int) Math.ceil(minutes.size() * 0.9) - 1)).isEqualTo(spread.get("ninetieth").asInt());
                assertThat(minutes.get((int) Math.ceil(minutes.size() * 0.25) - 1)).isEqualTo(spread.get("quarter").asInt());
            }
        }
        assertThat(world.browser(OWNER).get("/insight/treatment?period=90").body()).contains("class=\"grid-table boxes\"").contains("measure=resolved");
    }

    @Test
    void every_table_is_a_file_too_and_a_list_is_whole() {
        var found = new ArrayList<String>();
        for (var page : List.of("/insight?period=90", "/insight/comparison?period=90", "/insight/treatment?period=90", "/insight/cases?measure=opened&from=2020-01-01&to=" + world.today())) {
            FILE.matcher(world.browser(OWNER).get(page).body()).results().forEach(link -> found.add(link.group(1).replace("&amp;", "&")));
        }
        assertThat(found).hasSize(2 * 12);
        for (var file : found) {
            var answer = world.browser(OWNER).get(file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            assertThat(answer.header("content-disposition")).as(file).contains("attachment");
            assertThat(answer.body().length()).as(file).isGreaterThan(20);
        }
        var opened = csv("/insight/tables/steps/csv?period=90").stream().skip(1).mapToLong(row -> Long.parseLong(row.split(";")[2])).sum();
        var rows = csv("/insight/cases/csv?measure=opened&from=" + world.today().minusDays(89) + "&to=" + world.today());
        assertThat(opened).isEqualTo(rows.size() - 1L).isGreaterThan(50);
        assertThat(world.browser(OWNER).get("/insight/tables/none/csv").status()).isEqualTo(404);
        assertThat(world.browser(OWNER).get("/insight/tables/steps/pdf").status()).isEqualTo(404);
        assertThat(world.browser("kari-lunde").get("/insight/tables/steps/csv").status()).isEqualTo(404);
        assertThat(world.browser("kari-lunde").get("/insight/cases/csv?measure=opened&from=2026-01-01&to=2026-12-31").status()).isEqualTo(404);
    }

    @Test
    void too_short_a_history_is_told_as_such() {
        var forecast = world.api(OWNER).get("/api/metrics/forecast").json();
        assertThat(forecast.get("verdict").asString()).isEqualTo("short");
        assertThat(forecast.get("weeks").asInt()).isBetween(8, 12);
        var page = world.browser(OWNER).get("/insight/forecast").body();
        assertThat(page).contains("for kort til en prognose").contains("Historien er for kort til å prøve den.").contains("/insight/cases?measure=opened");
        var rows = csv("/insight/tables/forecast/csv");
        assertThat(rows).hasSize(1 + forecast.get("weeks").asInt());
        assertThat(csv("/insight/tables/forecast-test/csv")).hasSize(1);
        assertThat(world.browser("kari-lunde").get("/insight/forecast").status()).isEqualTo(404);
    }

    @Test
    void a_text_never_becomes_a_formula() throws IOException {
        var csv = new String(written(Format.CSV), StandardCharsets.UTF_8);
        assertThat(csv.lines().toList()).containsExactly("\uFEFF'=1+1;'+47;'-2;'@SUM(A1);Åse;-5;2026-11-24");
        var file = Files.write(Files.createTempFile("table", ".xlsx"), written(Format.XLSX));
        try (var zip = new ZipFile(file.toFile())) {
            var text = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("=1+1<").containsPattern("(&apos;|&#39;|')=1\\+1<").contains("<v>-5</v>").doesNotContain("<f>");
        } finally {
            Files.delete(file);
        }
    }

    private static byte[] written(Format format) {
        var out = new ByteArrayOutputStream();
        try (var sheet = format.open(out)) {
            sheet.row(List.of("=1+1", "+47", "-2", "@SUM(A1)", "Åse", -5, LocalDate.of(2026, 11, 24)));
        }
        return out.toByteArray();
    }

    @Test
    void many_rows_are_on_their_way_before_the_last_is_written() {
        for (var format : Format.values()) {
            var size = new long[1];
            var sheet = format.open(new OutputStream() {
                @Override
                public void write(int one) {
                    size[0]++;
                }

                @Override
                public void write(byte[] bytes, int from, int length) {
                    size[0] += length;
                }
            });
            for (int i = 0; i < 200_000; i++) {
                sheet.row(List.of("row " + i * 7919 % 200_003, i));
            }
            var before = size[0];
            sheet.close();
            assertThat(before).as(format.name()).isGreaterThan(size[0] * 9 / 10).isGreaterThan(500_000);
        }
    }

    private List<String> csv(String path) {
        var answer = world.browser(OWNER).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body().lines().toList();
    }
}
