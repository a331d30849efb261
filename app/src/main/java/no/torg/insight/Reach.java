package no.torg.insight;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import no.torg.cases.CaseFigures;
import no.torg.insight.views.Filters.Note;
import no.torg.metrics.Cut;
import no.torg.metrics.Sight;
import no.torg.metrics.Span;
import no.torg.metrics.Span.Step;
import no.torg.metrics.Sum;
import no.torg.metrics.Sums;
import no.torg.people.Actor;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The days that there is anything to tell of. Somebody who was handed what another system had, years ago perhaps, is not shown an empty quarter: unasked
 * they see all of it, and a period that they ask for and that is empty says where the figures are.
 */
@Component
class Reach {

    private final FigureAccess access;
    private final Sums sums;

    Reach(FigureAccess access, Sums sums) {
        this.access = access;
        this.sums = sums;
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
        var found = read.apply(asked);
        if ("all".equals(narrowing.period()) || !quiet.test(found)) {
            return new Told<>(asked, found, null);
        }
        var days = asked.days(today);
        var all = all(access.narrowed(actor, narrowing), today).filter(reach -> reach.to().isBefore(days.from()) || reach.from().isAfter(days.to()));
        if (all.isEmpty()) {
            return new Told<>(asked, found, null);
        }
        if (!narrowing.anytime()) {
            return new Told<>(asked, found, note(words, all.get(), path + narrowing.by("all")));
        }
        var reaching = narrowing.during(all.get());
        return new Told<>(reaching, read.apply(reaching), note(words, all.get(), null));
    }

    /** That a period is empty and where the figures are: shown, or that way. */
    private static Note note(Words words, Period all, @Nullable String way) {
        var text = words.say(way == null ? "insight.reach.shown" : "insight.reach.empty", words.date(all.from()), words.date(all.to()));
        return new Note(text, way, words.say("insight.reach.see"));
    }

    /** From the first month with anything to the end of the last, or to today; empty where nothing was ever counted. */
    private Optional<Period> all(Sight sight, LocalDate today) {
        var months = sums.of(sight, List.of(Cut.of(CaseFigures.OPENED, Span.BEGINNING, today, Step.MONTH), Cut.of(CaseFigures.RESOLVED, Span.BEGINNING, today, Step.MONTH))).stream()
                .map(Sum::step).sorted(Comparator.naturalOrder()).toList();
        if (months.isEmpty()) {
            return Optional.empty();
        }
        var end = months.getLast().plusMonths(1).minusDays(1);
        return Optional.of(Period.all(months.getFirst(), end.isAfter(today) ? today : end));
    }
}
