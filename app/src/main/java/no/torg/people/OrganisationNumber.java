package no.torg.people;

import no.torg.web.Fields;
import no.torg.web.Invalid;
import org.jspecify.annotations.Nullable;

/** A Norwegian organisation number (organisasjonsnummer, enhetsregisterloven § 5): nine digits that begin with 8 or 9, the last a check by modulus 11. */
final class OrganisationNumber {

    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    private OrganisationNumber() {
    }

    /** The digits without spaces, null where none were given; a malformed number is invalid. */
    static @Nullable String of(String field, @Nullable String given) {
        var digits = Fields.optional(field, given, 20).map(text -> text.replaceAll("[ \\u00a0]", "")).orElse(null);
        if (digits != null && !isRight(digits)) {
            throw new Invalid(field, "people.unit.number-malformed", digits);
        }
        return digits;
    }

    private static boolean isRight(String digits) {
        if (!digits.matches("[89][0-9]{8}")) {
            return false;
        }
        var sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        // a check of ten has no digit, so no such number is given out
        return (11 - sum % 11) % 11 == digits.charAt(8) - '0';
    }
}
