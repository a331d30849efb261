package no.torg.web.views;

import java.time.Duration;
import java.time.Instant;
import no.torg.web.Words;

/** A deadline as lists show it: how near it is decides colour, icon and words. */
public record Due(String color, String icon, String text) {
    private static final Duration SOON = Duration.ofHours(4);

    /** A deadline that runs; {@link Instant} far in the future means there is none. */
    public static Due at(Instant due, Words words) {
        if (due.isAfter(words.now().plus(Duration.ofDays(36_500)))) return new Due("neutral", "Clock", words.say("web.due.none"));
        if (due.isBefore(words.now())) return new Due("danger", "ExclamationmarkTriangle", words.over(due));
        var soon = due.isBefore(words.now().plus(SOON));
        return new Due(soon ? "warning" : "neutral", soon ? "Hourglass" : "Clock", words.brief(due));
    }

    /** A deadline that stands still because the case waits. */
    public static Due paused(Words words) {
        return new Due("neutral", "Pause", words.say("web.due.paused"));
    }
}
