package no.torg.insight;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import no.torg.cases.CaseFigures;
import no.torg.insight.views.Filters.Note;
import no.torg.metrics.Cut;
import no.torg.metrics.Sight;
import no.torg.metrics.Span;
import no.torg.metrics.Span.Step;
import no.torg.metrics.Sum;
import no.torg.metrics.Sums;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The days that there is anything to tell of. Somebody who was handed what another system had, years ago perhaps, is not shown an empty quarter: unasked
 * they see all of it, and a period that they ask for and that is empty says where the figures are. Known for some seconds, so that it is no statement more
 * of each page.
 */
@Component
class Reach {

    private final FigureAccess access;
    private final Sums sums;
    private final Cache<Key, Optional<Period>> known = Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofSeconds(10)).build();

    Reach(FigureAccess access, Sums sums) {
        this.access = access;
        this.sums = sums;
    }

    private record Key(int tenant, Sight sight, LocalDate today) {
    }

    /** Figures of what they are narrowed to, and what is to be known of their period. */
    record Told<T>(Narrowing narrowing, T figures, @Nullable Note note) {
    }

    /** As asked; all days are those that there is anything of. */
    Narrowing asked(Actor actor, Narrowing narrowing, LocalDate today) {
        return "all".equals(narrowing.period()) ? all(access.narrowed(actor, narrowing), today).map(narrowing::during).orElse(narrowing) : narrowing;
    }

    /** The figures that {@code read} finds as asked; where it finds none, unasked those of all days, else with the way there. */
    <T> Told<T> figures(Actor actor, Words words, String path, Narrowing narrowing, LocalDate today, Function<Narrowing, T> read, Predicate<T> quiet) {
        var asked = asked(actor, narrowing, today);
        var days = asked.days(today);
        var lately = known.getIfPresent(key(access.narrowed(actor, narrowing), today));
        if (narrowing.anytime() && lately != null && lately.filter(reach -> reach.isApart(days)).isPresent()) {
            return unasked(words, narrowing, lately.get(), read);
        }
        var found = read.apply(asked);
        if ("all".equals(narrowing.period()) || !quiet.test(found)) {
            return new Told<>(asked, found, null);
        }
        var all = all(access.narrowed(actor, narrowing), today).filter(reach -> reach.isApart(days));
        if (all.isEmpty()) {
            return new Told<>(asked, found, null);
        }
        return narrowing.anytime() ? unasked(words, narrowing, all.get(), read) : new Told<>(asked, found, note(words, all.get(), path + narrowing.by("all")));
    }

    private static <T> Told<T> unasked(Words words, Narrowing narrowing, Period all, Function<Narrowing, T> read) {
        var reaching = narrowing.during(all);
        return new Told<>(reaching, read.apply(reaching), note(words, all, null));
    }

    /** That a period is empty and where the figures are: shown, or that way. */
    private static Note note(Words words, Period all, @Nullable String way) {
        var text = words.say(way == null ? "insight.reach.shown" : "insight.reach.empty", words.date(all.from()), words.date(all.to()));
        return new Note(text, way, words.say("insight.reach.see"));
    }

    /** From the first month with anything to the end of the last, or to today; empty where nothing was ever counted. */
    private Optional<Period> all(Sight sight, LocalDate today) {
        return known.get(key(sight, today), asked -> read(sight, today));
    }

    private static Key key(Sight sight, LocalDate today) {
        return new Key(Tenant.current().id(), sight, today);
    }

    private Optional<Period> read(Sight sight, LocalDate today) {
        var months = sums.of(sight, List.of(Cut.of(CaseFigures.OPENED, Span.BEGINNING, today, Step.MONTH), Cut.of(CaseFigures.RESOLVED, Span.BEGINNING, today, Step.MONTH))).stream()
                .map(Sum::step).sorted(Comparator.naturalOrder()).toList();
        if (months.isEmpty()) {
            return Optional.empty();
        }
        var end = months.getLast().plusMonths(1).minusDays(1);
        return Optional.of(Period.all(months.getFirst(), end.isAfter(today) ? today : end));
    }
}
