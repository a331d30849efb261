package no.torg.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The look's "now": Friday 20 November 2026, 12.12 in Oslo. */
class WordsTest {
    private static final Messages MESSAGES = new Messages(true);
    private static final Instant NOW = Instant.parse("2026-11-20T11:12:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "NB | 2026-11-19T11:11:00Z | torsdag 19. november kl. 12.11 | i går 12.11           | i går kl. 12.11",
        "NB | 2026-11-20T12:56:00Z | fredag 20. november kl. 13.56  | i dag 13.56           | i dag kl. 13.56",
        "NB | 2026-11-23T08:40:00Z | mandag 23. november kl. 09.40  | ma. 09.40             | mandag 23. november kl. 09.40",
        "NB | 2026-11-26T23:30:00Z | fredag 27. november kl. 00.30  | fr. 27. nov.          | fredag 27. november kl. 00.30",
        "NB | 2025-12-31T23:30:00Z | torsdag 1. januar kl. 00.30    | to. 1. jan.           | torsdag 1. januar kl. 00.30",
        "NB | 2025-06-30T10:00:00Z | mandag 30. juni 2025 kl. 12.00 | ma. 30. juni 2025     | mandag 30. juni 2025 kl. 12.00",
        "NN | 2026-11-21T08:00:00Z | laurdag 21. november kl. 09.00 | i morgon 09.00        | i morgon kl. 09.00",
        "NN | 2026-11-24T08:00:00Z | tysdag 24. november kl. 09.00  | ty. 09.00             | tysdag 24. november kl. 09.00",
        "EN | 2026-11-19T11:11:00Z | Thursday 19 November at 12:11  | yesterday 12:11       | yesterday at 12:11",
        "EN | 2026-12-24T11:11:00Z | Thursday 24 December at 12:11  | Thu 24 Dec            | Thursday 24 December at 12:11"})
    void saysWhen(Language language, Instant at, String dayTime, String brief, String when) {
        var words = words(language);
        assertThat(words.dayTime(at)).isEqualTo(dayTime);
        assertThat(words.brief(at)).isEqualTo(brief);
        assertThat(words.when(at)).isEqualTo(when);
    }

    @ParameterizedTest
    @CsvSource({"PT25M, 25 min", "PT1H44M, 1 t 44 min", "PT18H45M, 18 t 45 min", "PT74H, 3 d 2 t", "PT48H, 2 d", "PT0S, 0 min"})
    void saysSpansInTwoUnits(Duration span, String said) {
        assertThat(words(Language.NB).duration(span)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"NB, PT30M, 30 minutter", "NB, PT1H, 1 time", "NB, PT4H10M, 5 timer", "NB, PT8H, 1 arbeidsdag", "NB, PT8H1M, 2 arbeidsdager",
        "NN, PT16H, 2 arbeidsdagar", "EN, PT8H, 1 working day", "EN, PT2H, 2 hours"})
    void saysWorkingTimeRoundedUp(Language language, Duration worked, String said) {
        assertThat(words(language).workingTime(worked)).isEqualTo(said);
    }

    @Test
    void saysHowFarOff() {
        var words = words(Language.NB);
        assertThat(words.ago(NOW.minusSeconds(20))).isEqualTo("akkurat nå");
        assertThat(words.ago(NOW.minus(Duration.ofMinutes(5)))).isEqualTo("for 5 min siden");
        assertThat(words.until(NOW.plus(Duration.ofMinutes(104)))).isEqualTo("om 1 t 44 min");
        assertThat(words.over(NOW.minus(Duration.ofMinutes(25)))).isEqualTo("25 min over");
    }

    @Test
    void saysNumbersAndSizesAsTheLanguageDoes() {
        assertThat(words(Language.NB).number(1240)).isEqualTo("1\u00a0240");
        assertThat(words(Language.NB).number(6.2)).isEqualTo("6,2");
        assertThat(words(Language.EN).number(1240)).isEqualTo("1,240");
        assertThat(words(Language.NB).size(204_100)).isEqualTo("204 kB");
        assertThat(words(Language.NB).size(6_200_000)).isEqualTo("6,2 MB");
        assertThat(words(Language.EN).size(1)).isEqualTo("1 byte");
        assertThat(words(Language.NB).percent(0.941)).isEqualTo("94\u00a0%");
        assertThat(words(Language.NB).date(NOW)).isEqualTo("20. november 2026");
        assertThat(words(Language.NB).sentence("i dag")).isEqualTo("I dag");
    }

    private static Words words(Language language) {
        return new Words(MESSAGES, language, ZoneId.of("Europe/Oslo"), NOW);
    }
}
