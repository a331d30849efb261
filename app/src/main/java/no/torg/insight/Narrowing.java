package no.torg.insight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * What figures are narrowed to, as it stands in addresses; null for all.
 *
 * @param unit    the teams of a unit and of those below it
 * @param service a service's address
 * @param period  30, 90 or year, which end today, or all; days given go before it
 * @param from    as 2026-11-24, counted in
 * @param to      as 2026-11-24, counted in
 */
public record Narrowing(@Nullable UUID unit, @Nullable String service, @Nullable UUID team, @Nullable String period,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from, @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {

    /** An empty choice in a form is none. */
    public Narrowing {
        service = service == null || service.isBlank() ? null : service;
        period = period == null || period.isBlank() ? null : period;
    }

    Narrowing of(String slug) {
        return new Narrowing(unit, slug, team, period, from, to);
    }

    Narrowing at(UUID other) {
        return new Narrowing(unit, service, other, period, from, to);
    }

    Narrowing during(Period other) {
        return new Narrowing(unit, service, team, other.name(), other.from(), other.to());
    }

    /** Whether no period was asked for. */
    boolean anytime() {
        return period == null && from == null && to == null;
    }

    Period days(LocalDate today) {
        return Period.of(period, from, to, today);
    }

    /** The way to the same by another period, for an address that ends where its question begins. */
    String by(String name) {
        return "?period=" + name + rest();
    }

    /** Unit, service and team for the end of an address that already has a question. */
    String rest() {
        return (unit == null ? "" : "&unit=" + unit) + (service == null ? "" : "&service=" + URLEncoder.encode(service, StandardCharsets.UTF_8))
                + (team == null ? "" : "&team=" + team);
    }

    /** All of it, for the end of an address that already has a question. */
    String all() {
        return (from == null ? "" : "&from=" + from) + (to == null ? "" : "&to=" + to) + (period == null ? "" : "&period=" + period) + rest();
    }
}
