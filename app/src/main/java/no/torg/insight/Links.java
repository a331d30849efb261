package no.torg.insight;

import java.time.LocalDate;

import no.torg.insight.views.Cell;
import no.torg.insight.views.Files;
import no.torg.metrics.Span;
import no.torg.web.Words;

/** The ways from numbers to the very cases, as narrowed. */
record Links(Words words, Narrowing narrowing, LocalDate from, LocalDate to) {

    static Links of(Words words, Narrowing narrowing, Overview overview) {
        return new Links(words, narrowing, overview.from(), overview.to());
    }

    Links to(Narrowing other) {
        return new Links(words, other, from, to);
    }

    /** A count of the period. */
    Cell count(Measure measure, long n) {
        return new Cell(words.number(n), way(measure));
    }

    /** A count of a part of the period's. */
    Cell count(Measure measure, Picking picking, long n) {
        return new Cell(words.number(n), way(measure) + picking.rest());
    }

    /** The way to the cases that a time is of, what took longest first. */
    String slowest(Measure measure) {
        return way(measure) + Picking.SLOWEST.rest();
    }

    /** What was open when the period ended. */
    Cell open(long n) {
        return new Cell(words.number(n), open());
    }

    String open() {
        return way(Measure.BACKLOG, Span.BEGINNING, to);
    }

    /** A table as files. */
    Files files(String table) {
        var rest = "?from=" + from + "&to=" + to + narrowing.rest();
        return new Files("/insight/tables/" + table + "/csv" + rest, "/insight/tables/" + table + "/xlsx" + rest);
    }

    String way(Measure measure) {
        return way(measure, from, to);
    }

    String way(Measure measure, LocalDate first, LocalDate last) {
        return "/insight/cases?measure=" + measure.code() + "&from=" + first + "&to=" + last + narrowing.rest();
    }
}
