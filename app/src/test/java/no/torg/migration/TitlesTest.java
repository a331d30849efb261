package no.torg.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {

    private static final Map<String, String> VALUES = Map.of("a", "Nøkler", "b", "Bygg 2", "c", "Ny, tung: dør", "spaced", "  to\n\tlinjer  ");

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {"{a}, {b}|Nøkler, Bygg 2", "{a}, {x}|Nøkler", "{x}, {b}|Bygg 2", "{x}, {y}, {b}|Bygg 2",
        "{a}, {x}, {b}|Nøkler, Bygg 2", "{a} – {x}: {y}|Nøkler", "{a} ({b})|Nøkler (Bygg 2)", "{x}|''", "{c} - {a}|Ny, tung: dør - Nøkler", "{a}; {spaced}|Nøkler; to linjer"})
    void what_is_missing_leaves_no_trace(String title, String filled) {
        assertThat(Titles.fill(title, VALUES::get)).isEqualTo(filled);
    }

    @Test
    void a_value_of_any_length_is_read_at_once() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (var cell : new String[] {" ".repeat(900_000), " ".repeat(900_000) + "x", ",".repeat(10_000), ", ".repeat(450_000) + "x", "x" + " ,".repeat(450_000) + " y"}) {
                assertThat(Titles.fill("{a}, {b}", column -> column.equals("a") ? "Nøkler" : cell).length()).isLessThanOrEqualTo(2 * Rows.LONGEST_WORD);
                assertThat(Titles.fill("{b}", column -> cell).length()).isLessThanOrEqualTo(Rows.LONGEST_WORD);
            }
        });
        assertThat(Titles.fill("{a}, {b}", column -> column.equals("a") ? "Nøkler" : " ".repeat(900_000))).isEqualTo("Nøkler");
    }
}
