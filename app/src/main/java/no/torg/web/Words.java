package no.torg.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** One language and one time zone at one moment: how a page says texts, times, spans, sizes and numbers. */
public final class Words {
    private static final Duration WORKING_DAY = Duration.ofHours(8);

    private final Messages messages;
    private final Language language;
    private final ZoneId zone;
    private final Instant now;

    /** Words for a page made now. */
    public Words(Messages messages, Language language, ZoneId zone, Instant now) {
        this.messages = messages;
        this.language = language;
        this.zone = zone;
        this.now = now;
    }

    /** The text of a key with its places filled; numbers are grouped as the language does it. */
    public String say(String key, Object... args) {
        return messages.say(language, key, args);
    }

    public Language language() {
        return language;
    }

    /** The moment that "today" and "ago" are counted from. */
    public Instant now() {
        return now;
    }

    public ZoneId zone() {
        return zone;
    }

    /** "torsdag 19. november", with the year when it is not this one. */
    public String day(Instant at) {
        return day(at.atZone(zone).toLocalDate());
    }

    /** "torsdag 19. november", with the year when it is not this one. */
    public String day(LocalDate day) {
        var said = say("web.date.day", name("web.date.weekdays", day.getDayOfWeek().getValue()), digits(day.getDayOfMonth()), month(day));
        return day.getYear() == today().getYear() ? said : said + " " + day.getYear();
    }

    /** "2. november 2026". */
    public String date(Instant at) {
        return date(at.atZone(zone).toLocalDate());
    }

    /** "2. november 2026". */
    public String date(LocalDate day) {
        return say("web.date.date", digits(day.getDayOfMonth()), month(day), digits(day.getYear()));
    }

    /** "torsdag 19. november kl. 12.11". */
    public String dayTime(Instant at) {
        return say("web.date.day-time", day(at), time(at));
    }

    /** "i dag kl. 12.11", "i går kl. 21.40", "i morgen kl. 09.40", else as {@link #dayTime}. */
    public String when(Instant at) {
        var near = near(at);
        return near.isEmpty() ? dayTime(at) : say("web.date.day-time", near, time(at));
    }

    /** For narrow columns: "i dag 13.56", "ma. 09.40" within six days, else "ti. 24. nov.". */
    public String brief(Instant at) {
        var near = near(at);
        if (!near.isEmpty()) return near + " " + time(at);
        return Math.abs(daysFromToday(at)) <= 6 ? weekdayBrief(at) + " " + time(at) : briefDay(at);
    }

    /** For dense dialogues: "to. 19. nov. 12.11". */
    public String briefTime(Instant at) {
        return briefDay(at) + " " + time(at);
    }

    /** "12.11". */
    public String time(Instant at) {
        var local = at.atZone(zone);
        return say("web.date.time", two(local.getHour()), two(local.getMinute()));
    }

    /** How long ago a past moment was: "akkurat nå", "for 5 min siden". */
    public String ago(Instant at) {
        var gone = Duration.between(at, now);
        return gone.toMinutes() < 1 ? say("web.date.just-now") : say("web.date.ago", duration(gone));
    }

    /** How far off a coming moment is: "om 1 t 44 min". */
    public String until(Instant at) {
        return say("web.date.until", duration(Duration.between(now, at)));
    }

    /** By how much a deadline is passed: "25 min over". */
    public String over(Instant due) {
        return say("web.date.over", duration(Duration.between(due, now)));
    }

    /** A span in its two largest units: "25 min", "1 t 44 min", "3 d 2 t". */
    public String duration(Duration span) {
        var minutes = Math.max(0, span.toMinutes());
        if (minutes < 60) return say("web.date.minutes", digits(minutes));
        if (minutes < 24 * 60) return pair("web.date.hours", minutes / 60, "web.date.minutes", minutes % 60);
        return pair("web.date.days", minutes / (24 * 60), "web.date.hours", minutes / 60 % 24);
    }

    /** Working time as people say it, rounded up: "30 minutter", "5 timer", "2 arbeidsdager" of eight hours. */
    public String workingTime(Duration worked) {
        if (worked.compareTo(Duration.ofHours(1)) < 0) return say("web.date.working-minutes", Math.max(1, worked.toMinutes()));
        if (worked.compareTo(WORKING_DAY) < 0) return say("web.date.working-hours", up(worked, Duration.ofHours(1)));
        return say("web.date.working-days", up(worked, WORKING_DAY));
    }

    /** A file's size: "204 kB", "6,2 MB" – thousands, as file managers count. */
    public String size(long bytes) {
        if (bytes < 1000) return say("web.size.bytes", bytes);
        if (bytes < 1_000_000) return number(Math.round(bytes / 1000.0)) + " kB";
        return number(bytes / 1_000_000.0) + " MB";
    }

    /** "1 240". */
    public String number(long number) {
        return say("web.number.whole", number);
    }

    /** A number with at most one decimal: "6,2". */
    public String number(double number) {
        return say("web.number.decimal", number);
    }

    /** A share of one, as "94 %". */
    public String percent(double share) {
        return say("web.number.percent", Math.round(share * 100));
    }

    /** The same text with a capital, to begin a sentence or a line. */
    public String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(language.locale()) + text.substring(1);
    }

    private String near(Instant at) {
        var days = daysFromToday(at);
        return days == 0 ? say("web.date.today") : days == -1 ? say("web.date.yesterday") : days == 1 ? say("web.date.tomorrow") : "";
    }

    private long daysFromToday(Instant at) {
        return ChronoUnit.DAYS.between(today(), at.atZone(zone).toLocalDate());
    }

    private LocalDate today() {
        return now.atZone(zone).toLocalDate();
    }

    private String briefDay(Instant at) {
        var local = at.atZone(zone);
        var said = say("web.date.brief-day", weekdayBrief(at), digits(local.getDayOfMonth()), name("web.date.months-brief", local.getMonthValue()));
        return sameYear(local) ? said : said + " " + local.getYear();
    }

    private boolean sameYear(ZonedDateTime local) {
        return local.getYear() == today().getYear();
    }

    private String weekdayBrief(Instant at) {
        return name("web.date.weekdays-brief", at.atZone(zone).getDayOfWeek().getValue());
    }

    private String month(LocalDate day) {
        return name("web.date.months", day.getMonthValue());
    }

    private String name(String key, int nth) {
        return say(key).split(" ")[nth - 1];
    }

    private String pair(String large, long first, String small, long second) {
        var said = say(large, digits(first));
        return second == 0 ? said : said + " " + say(small, digits(second));
    }

    private static long up(Duration worked, Duration unit) {
        return (worked.toMinutes() + unit.toMinutes() - 1) / unit.toMinutes();
    }

    private static String digits(long number) {
        return Long.toString(number);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
