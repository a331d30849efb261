package no.torg.forms;

import java.util.regex.Pattern;

/** What makes a mail address, a phone number, an organisation number and a postcode. */
final class TextChecks {

    // no part of these can match the same letters in two ways, so a long wrong text costs no more than its length
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;.]+(\\.[^\\s@<>,;.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{8,15}");
    private static final Pattern PHONE_MARKS = Pattern.compile("[\\s()\\u00a0./-]+");
    private static final Pattern ORGANISATION = Pattern.compile("[89][0-9]{8}");
    private static final Pattern POSTCODE = Pattern.compile("[0-9]{4}");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    private TextChecks() {}

    /** The text as it is stored – plain text as it was given, the rest without spaces around it – or what is wrong with it. */
    static Answer check(Component.TextField.Kind kind, String given) {
        var text = given.strip();
        return switch (kind) {
            case EMAIL -> text.length() <= 254 && EMAIL.matcher(text).matches() ? Answer.of(text) : Answer.wrong("not-an-email");
            case PHONE -> {
                var digits = text.length() > 40 ? "" : PHONE_MARKS.matcher(text).replaceAll("");
                yield PHONE.matcher(digits).matches() ? Answer.of(text) : Answer.wrong("not-a-phone");
            }
            case ORGANISATION_NUMBER -> {
                var digits = SPACES.matcher(text).replaceAll("");
                yield isOrganisationNumber(digits) ? Answer.of(digits) : Answer.wrong("bad-organisation-number");
            }
            case POSTCODE -> POSTCODE.matcher(text).matches() && !text.equals("0000") ? Answer.of(text) : Answer.wrong("bad-postcode");
            case LINE, LINES -> Answer.of(given);
        };
    }

    /** Norwegian organisation numbers have nine digits, begin with 8 or 9 and end with a check digit modulo 11 (Brønnøysundregistrene). */
    static boolean isOrganisationNumber(String digits) {
        if (!ORGANISATION.matcher(digits).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (digits.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11 == digits.charAt(8) - '0';
    }
}
