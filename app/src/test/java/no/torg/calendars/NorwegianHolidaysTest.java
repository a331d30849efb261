package no.torg.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The days off by lov om helligdager § 2 and lov om 1 og 17 mai § 1. */
class NorwegianHolidaysTest {

    @ParameterizedTest
    @CsvSource({"1961, 1961-04-02", "1999, 1999-04-04", "2000, 2000-04-23", "2008, 2008-03-23", "2011, 2011-04-24", "2024, 2024-03-31", "2025, 2025-04-20",
        "2026, 2026-04-05", "2027, 2027-03-28", "2028, 2028-04-16", "2038, 2038-04-25", "2049, 2049-04-18", "2076, 2076-04-19", "2100, 2100-03-28"})
    void easter_sunday(int year, LocalDate easter) {
        assertThat(NorwegianHolidays.easter(year)).isEqualTo(easter);
    }

    @ParameterizedTest
    @ValueSource(ints = {1950, 2008, 2011, 2026, 2027, 2038, 2199})
    void easter_is_a_sunday_from_22_march_to_25_april(int year) {
        assertThat(NorwegianHolidays.easter(year)).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
        assertThat(NorwegianHolidays.easter(year).getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
    }

    @Test
    void the_days_off_of_2026() {
        assertThat(daysOff(2026)).containsExactly("2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14",
            "2026-05-17", "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26");
    }

    @Test
    void the_days_off_of_2027_when_17_may_is_whit_monday_too() {
        assertThat(daysOff(2027)).containsExactly("2027-01-01", "2027-03-25", "2027-03-26", "2027-03-28", "2027-03-29", "2027-05-01", "2027-05-06",
            "2027-05-16", "2027-05-17", "2027-12-25", "2027-12-26");
    }

    @Test
    void ascension_can_fall_in_april_and_whitsun_in_june() {
        assertThat(daysOff(2008)).contains("2008-05-01").hasSize(11);
        assertThat(daysOff(2011)).contains("2011-06-02", "2011-06-12", "2011-06-13").hasSize(12);
        assertThat(daysOff(1818)).contains("1818-04-30");
    }

    private static List<String> daysOff(int year) {
        return IntStream.rangeClosed(1, LocalDate.of(year, 1, 1).lengthOfYear()).mapToObj(day -> LocalDate.ofYearDay(year, day))
            .filter(NorwegianHolidays::contains).map(LocalDate::toString).toList();
    }
}
