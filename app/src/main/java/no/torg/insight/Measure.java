package no.torg.insight;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.cases.CaseFigures;
import no.torg.cases.CountedCases;
import no.torg.metrics.Sight;
import no.torg.web.Invalid;
import org.jooq.Record6;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * What a number counts, so that the list behind it is exactly as long. Opened, reopened, resolved and first replies are counted each time
 * they happen, on the day they happened and for the team that had the case then, wherever it has gone since: a case resolved twice is two
 * rows. A hand-over counts for the team that handed away, a return for the team it came back to. Open is what is open now and was opened on these days; backlog is what was open when the last day ended, once a case.
 */
enum Measure {
    OPENED(CaseFigures.OPENED, null), REOPENED(CaseFigures.REOPENED, null), RESOLVED(CaseFigures.RESOLVED, null),
    RESOLVED_IN_TIME(CaseFigures.RESOLVED, false), RESOLVED_LATE(CaseFigures.RESOLVED, true), FIRST_REPLY(CaseFigures.FIRST_REPLIED, null),
    FIRST_REPLY_IN_TIME(CaseFigures.FIRST_REPLIED, false), FIRST_REPLY_LATE(CaseFigures.FIRST_REPLIED, true), OPEN("", null), BACKLOG("", null),
    HANDED_OVER(CaseFigures.HANDED_OVER, null), RETURNED(CaseFigures.RETURNED, null);

    private final String kind;
    private final @Nullable Boolean late;

    Measure(String kind, @Nullable Boolean late) {
        this.kind = kind;
        this.late = late;
    }

    /** As it stands in addresses. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the time it took is known of what it counts. */
    boolean timed() {
        return kind.equals(CaseFigures.RESOLVED) || kind.equals(CaseFigures.FIRST_REPLIED);
    }

    /** Those that were in time, for those that were late, and the other way about; null for what has no deadline. */
    @Nullable Measure otherwise() {
        return switch (this) {
            case RESOLVED_IN_TIME -> RESOLVED_LATE;
            case RESOLVED_LATE -> RESOLVED_IN_TIME;
            case FIRST_REPLY_IN_TIME -> FIRST_REPLY_LATE;
            case FIRST_REPLY_LATE -> FIRST_REPLY_IN_TIME;
            default -> null;
        };
    }

    static Measure of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst().orElseThrow(() -> new Invalid("measure", "web.invalid.choice",
                Arrays.stream(values()).map(Measure::code).collect(Collectors.joining(", "))));
    }

    Select<Record6<LocalDate, UUID, UUID, UUID, Integer, Boolean>> rows(Sight sight, LocalDate from, LocalDate to, Picking picking) {
        return switch (this) {
            case OPENED -> picking.ofArrival() ? CountedCases.opened(sight, from, to, picking.channel(), picking.weekday(), picking.hour())
                    : CountedCases.of(sight, kind, from, to, late);
            case RESOLVED -> CountedCases.resolved(sight, from, to, picking.priority());
            case HANDED_OVER -> CountedCases.handedOver(sight, picking.handedTo(), from, to);
            case OPEN -> CountedCases.openNow(sight, from, to);
            case BACKLOG -> CountedCases.openAt(sight, to);
            default -> CountedCases.of(sight, kind, from, to, late);
        };
    }
}
