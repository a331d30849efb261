package no.torg.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.people.Organisation;
import no.torg.people.Persons;
import no.torg.tenancy.Tenant;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A forecast that is told, and one that is not worth telling, from logs of two and a half years: the same on the page, over the API and in files. */
@TorgTest
@Import(Histories.class)
class ToldForecastTest {

    private static final int WEEKS = 130;
    private static final int AHEAD = 8;
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Pattern COMING = Pattern.compile("<td class=\"n\"></td><td class=\"n\" data-n=\"(\\d+)\">\\d+</td><td class=\"n\" data-n=\"(\\d+)\">\\d+</td><td class=\"n\" data-n=\"(\\d+)\">");
    private static final Pattern CELL = Pattern.compile("<c r=\"([A-Z]+)\\d+\"[^>]*>(?:<v>([^<]*)</v>|<is><t[^>]*>([^<]*)</t></is>)?");

    private static Tenant tenant;
    private static UUID owner;

    @TempDir
    private Path folder;
    @Autowired
    private World world;
    @Autowired
    private Histories histories;
    @Autowired
    private Persons persons;
    @Autowired
    private Organisation organisation;

    @BeforeEach
    void history() throws Exception {
        if (tenant == null) {
            var random = new Random(4);
            var made = histories.tenant("prognosen", OSLO.getId());
            var records = new ArrayList<String>();
            weekly(records, "Drift", week -> rising(week) + 2 * random.nextGaussian());
            weekly(records, "Nett", ToldForecastTest::leaping);
            var log = Histories.file(folder, "log.csv", SampleLog.HEADER + "\n" + String.join("\n", records) + "\n");
            assertThat(histories.bring(made, Histories.file(folder, "mapping.yaml", SampleLog.MAPPING), log).out()).contains("0 rejected");
            owner = made.call(() -> persons.byMail("adm@prognosen.no").orElseThrow());
            tenant = made;
        }
    }

    /** A level that grows, and the same seasons each year. */
    private static double rising(int week) {
        return (30 + 0.25 * week) * (1 + 0.35 * Math.sin(2 * Math.PI * week / 52.18));
    }

    /** The same for fifteen weeks, then anything else: as last week is the best that one can say. */
    private static double leaping(int week) {
        return 30 + 11 * (week / 15 * 7 % 5);
    }

    /** One case a record, opened on Monday morning; the last week is the one before this. */
    private static void weekly(List<String> records, String team, IntToDoubleFunction many) {
        for (int week = 0; week < WEEKS; week++) {
            for (long nth = Math.round(many.applyAsDouble(week)); nth > 0; nth--) {
                var id = team + "-" + week + "-" + nth;
                records.add(id + ";" + id + ";1;" + monday().minusWeeks(WEEKS - week) + "T09:00:00;Ida;Nøkler;Per;-;Ny;A;Telefon;" + team + ";0");
            }
        }
    }

    private static LocalDate monday() {
        return LocalDate.now(OSLO).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Test
    void one_that_beats_both_guesses_is_told_with_its_interval_and_what_it_was_tested_by() throws Exception {
        var of = "team=" + team("Driftsgruppa");
        var forecast = api().get("/api/metrics/forecast?" + of).json();
        assertThat(forecast.get("verdict").asString()).isEqualTo("told");
        // the first week may not have been whole
        assertThat(forecast.get("weeks").asInt()).isEqualTo(WEEKS - 1);
        assertThat(forecast.get("method").asString()).isNotBlank();
        var coming = forecast.get("coming").valueStream().toList();
        assertThat(coming).hasSize(AHEAD);
        for (int week = 0; week < AHEAD; week++) {
            var told = coming.get(week);
            assertThat(told.get("week").asString()).isEqualTo(monday().plusWeeks(week).toString());
            assertThat(told.get("low").asLong()).isLessThan(told.get("expected").asLong());
            assertThat(told.get("expected").asLong()).isLessThan(told.get("high").asLong());
            assertThat(told.get("expected").asDouble()).isCloseTo(rising(WEEKS + week), Percentage.withPercentage(40));
        }
        var test = forecast.get("test");
        assertThat(test.get("model").asDouble()).isLessThan(0.97 * Math.min(test.get("lastWeek").asDouble(), test.get("lastYear").asDouble()));
        assertThat(test.get("coverage").asDouble()).isBetween(0.5, 1.0);

        var page = browser().get("/insight/forecast?" + of).body();
        isShown(page, coming);
        testIsShown(page, test);
        for (var rows : List.of(csv("forecast", of), excel("forecast", of))) {
            assertThat(rows).hasSize(1 + WEEKS - 1 + AHEAD);
            assertThat(rows.subList(WEEKS, rows.size()).stream().map(row -> row.subList(1, 5))).containsExactlyElementsOf(coming.stream()
                    .map(week -> List.of("", String.valueOf(n(week, "expected")), String.valueOf(n(week, "low")), String.valueOf(n(week, "high")))).toList());
        }
        testIsInFiles(of, test);
    }

    private static void isShown(String page, List<JsonNode> coming) {
        var next = coming.getFirst();
        assertThat(page).contains("Denne uken venter vi %d nye saker, trolig mellom %d og %d".formatted(n(next, "expected"), n(next, "low"), n(next, "high")));
        assertThat(COMING.matcher(page).results().map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3)))
                .containsExactlyElementsOf(coming.stream().map(week -> n(week, "expected") + " " + n(week, "low") + " " + n(week, "high")).toList());
    }

    @Test
    void one_that_does_not_is_not_told_and_says_by_how_much_it_failed() throws Exception {
        var of = "team=" + team("Nett");
        var forecast = api().get("/api/metrics/forecast?" + of).json();
        assertThat(forecast.get("verdict").asString()).isEqualTo("unbeaten");
        assertThat(forecast.get("coming").size()).isZero();
        assertThat(forecast.get("method").isNull()).isTrue();
        var test = forecast.get("test");
        assertThat(test.get("model").asDouble()).isGreaterThanOrEqualTo(0.97 * Math.min(test.get("lastWeek").asDouble(), test.get("lastYear").asDouble()));

        var page = browser().get("/insight/forecast?" + of).body();
        assertThat(page).contains("Ingen prognose: den treffer ikke merkbart bedre enn å gjette som i forrige uke eller som i fjor").doesNotContain("venter vi ").doesNotContainPattern(COMING);
        testIsShown(page, test);
        for (var rows : List.of(csv("forecast", of), excel("forecast", of))) {
            assertThat(rows).hasSize(1 + WEEKS - 1);
        }
        testIsInFiles(of, test);
    }

    /** What anybody would guess is wrong by just so much in the weeks that the forecast is judged by: the later half of those it could be tested by. */
    @Test
    void what_it_is_tested_against_is_what_anybody_would_guess() throws Exception {
        for (var team : List.of("Driftsgruppa", "Nett")) {
            var of = "team=" + team(team);
            var counts = csv("forecast", of).stream().skip(1).limit(WEEKS - 1).mapToDouble(row -> Double.parseDouble(row.get(1))).toArray();
            var last = counts.length - AHEAD;
            var lastWeek = new ArrayList<Double>();
            var lastYear = new ArrayList<Double>();
            for (int origin = (Math.max(52, last - 104) + last) / 2; origin <= last; origin++) {
                for (int week = origin; week < origin + AHEAD; week++) {
                    lastWeek.add(Math.abs(counts[origin - 1] - counts[week]));
                    lastYear.add(Math.abs(counts[week - 52] - counts[week]));
                }
            }
            var test = api().get("/api/metrics/forecast?" + of).json().get("test");
            assertThat(test.get("forecasts").asInt()).isEqualTo(lastWeek.size());
            assertThat(test.get("lastWeek").asDouble()).isCloseTo(mean(lastWeek), Offset.offset(1e-9));
            assertThat(test.get("lastYear").asDouble()).isCloseTo(mean(lastYear), Offset.offset(1e-9));
        }
    }

    private static double mean(List<Double> wrong) {
        return wrong.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** The three ways with how wrong each was, and how often the interval held. */
    private static void testIsShown(String page, JsonNode test) {
        var table = page.substring(page.indexOf("id=\"test-title\""));
        assertThat(table).contains("Prøvd med " + test.get("forecasts").asInt() + " prognoser").contains("I " + Math.round(test.get("coverage").asDouble() * 100) + "\u00a0% av dem");
        assertThat(table).contains("Som i forrige uke").contains("Som samme uke i fjor");
        assertThat(Pattern.compile("<td class=\"n\">([^<]+)</td>").matcher(table).results().map(cell -> Double.parseDouble(cell.group(1).replace(',', '.'))))
                .containsExactlyElementsOf(Stream.of("model", "lastWeek", "lastYear").map(name -> Math.round(test.get(name).asDouble() * 10) / 10.0).toList());
    }

    private void testIsInFiles(String of, JsonNode test) throws Exception {
        for (var rows : List.of(csv("forecast-test", of), excel("forecast-test", of))) {
            assertThat(rows).hasSize(2);
            assertThat(rows.get(1).stream().map(Double::valueOf)).containsExactlyElementsOf(Stream.of("model", "lastWeek", "lastYear", "coverage", "forecasts").map(name -> test.get(name).asDouble()).toList());
        }
    }

    private static long n(JsonNode week, String name) {
        return week.get(name).asLong();
    }

    private UUID team(String name) throws Exception {
        return tenant.call(() -> organisation.teams().stream().filter(team -> team.name().equals(name)).findFirst().orElseThrow().id());
    }

    private Client api() throws Exception {
        return world.api(tenant, owner);
    }

    private Client browser() throws Exception {
        return world.browser(tenant, owner).with("Accept-Language", "nb");
    }

    private List<List<String>> csv(String table, String of) throws Exception {
        return browser().get("/insight/tables/" + table + "/csv?" + of).body().lines().map(line -> List.of(line.split(";", -1))).toList();
    }

    /** The sheet's rows with as many cells as the first has; days are told by their number. */
    private List<List<String>> excel(String table, String of) throws Exception {
        var sheet = sheet(browser().get("/insight/tables/" + table + "/xlsx?" + of).whole().body());
        return Stream.of(sheet.split("<row ")).skip(1).map(row -> {
            var cells = new ArrayList<>(List.of("", "", "", "", ""));
            CELL.matcher(row).results().forEach(cell -> cells.set(cell.group(1).charAt(0) - 'A', cell.group(2) == null ? cell.group(3) : cell.group(2)));
            return List.copyOf(cells);
        }).toList();
    }

    private String sheet(byte[] written) throws IOException {
        var file = Files.write(folder.resolve("table.xlsx"), written);
        try (var zip = new ZipFile(file.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
