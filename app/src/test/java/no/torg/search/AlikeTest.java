package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlikeTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "konto, kontoo, true", "konto, kont, true", "konto, onto, true", "konto, komto, true", "konto, knoto, true", "konto, kontø, true", "konto, okonto, true",
        "konto, konto, true", "konto, otnok, false", "konto, kantå, false", "konto, kontoen, false", "konto, knotå, false",
        "soras, ~soras, true", "~sora, sora, false", "~sora, ~sor, true", "~sora, ~tora, true",
    })
    void differs_by_one_letter(String word, String other, boolean isAlike) {
        assertThat(Alike.isAlike(word, other)).isEqualTo(isAlike);
    }
}
