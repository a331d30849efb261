package no.torg.calendars;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Norway's public holidays: lov 24. februar 1995 nr. 12 om helligdager og helligdagsfred § 2, and lov 26. april 1947 nr. 1 om 1 og 17
 * mai som høgtidsdagar § 1; as the law stands today, whatever the year.
 */
public final class NorwegianHolidays {

    private NorwegianHolidays() {}

    /** True on a public holiday; an ordinary Sunday, Christmas Eve and New Year's Eve are none of ours. */
    public static boolean contains(LocalDate date) {
        return switch (date.getMonth()) {
            case JANUARY -> date.getDayOfMonth() == 1;
            case DECEMBER -> date.getDayOfMonth() == 25 || date.getDayOfMonth() == 26;
            case MAY -> date.getDayOfMonth() == 1 || date.getDayOfMonth() == 17 || followsEaster(date);
            case MARCH, APRIL, JUNE -> followsEaster(date);
            default -> false;
        };
    }

    private static boolean followsEaster(LocalDate date) {
        return switch ((int) ChronoUnit.DAYS.between(easter(date.getYear()), date)) {
            case -3, -2, 0, 1 -> true;  // skjærtorsdag, langfredag, 1. og 2. påskedag
            case 39 -> true;            // Kristi himmelfartsdag
            case 49, 50 -> true;        // 1. og 2. pinsedag
            default -> false;
        };
    }

    /** Easter Sunday of the Gregorian year, by the anonymous algorithm that Meeus (Astronomical Algorithms, ch. 8) and Butcher give. */
    static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
