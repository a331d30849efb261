package no.torg.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import no.torg.web.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermTest {

    @ParameterizedTest
    @CsvSource({"PT4H, 240, MINUTES, PT4H", "PT30M, 30, MINUTES, PT30M", "PT90M, 90, MINUTES, PT90M", "PT120M, 120, MINUTES, PT2H",
        "P2D, 2, DAYS, P2D", "P3650D, 3650, DAYS, P3650D", "PT87600H, 5256000, MINUTES, PT87600H"})
    void reads_and_writes_working_time(String text, int amount, Term.Unit unit, String written) {
        assertThat(Term.parse(text)).isEqualTo(new Term(amount, unit)).hasToString(written).isEqualTo(Term.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "4H", "P", "PT", "PT0H", "P0D", "P-2D", "-P2D", "PT-4H", "PT1H30M", "P1DT4H", "P1W", "P1M", "P1Y", "P4H", "P30M",
        "PT2D", "PT30S", "PT1.5H", "pt4h", " PT4H", "PT4H ", "PT04H", "P٢D", "PT4H\n", "P2D2D", "P9999999999999999999D"})
    void refuses_what_it_does_not_know(String text) {
        assertThatThrownBy(() -> Term.parse(text)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.key()).isEqualTo("calendars.term.unreadable");
            assertThat(refused.args()).containsExactly(text);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3651D", "PT87601H", "PT5256001M", "P999999999999D", "PT999999999999H"})
    void refuses_more_than_ten_years(String text) {
        assertThatThrownBy(() -> Term.parse(text)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.key()).isEqualTo("calendars.term.too-long"));
    }
}
