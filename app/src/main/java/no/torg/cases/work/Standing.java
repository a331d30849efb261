package no.torg.cases.work;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import no.torg.cases.CaseState;
import no.torg.db.cases.tables.CaseFile;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Which states a list shows: all that want work or all that do not, one of the states, or every case. */
enum Standing {
    OPEN(null), NEW(CaseState.NEW), IN_PROGRESS(CaseState.IN_PROGRESS), WAITING(CaseState.WAITING), DONE(null), RESOLVED(CaseState.RESOLVED),
    CLOSED(CaseState.CLOSED), ALL(null);

    private final @Nullable CaseState state;

    Standing(@Nullable CaseState state) {
        this.state = state;
    }

    /** As it is asked for. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Standing> of(String code) {
        return Stream.of(values()).filter(standing -> standing.code().equals(code)).findFirst();
    }

    /** Whether only cases that want work are shown. */
    boolean open() {
        return this == OPEN || state != null && state.open();
    }

    /** The condition, put so that the partial indexes of open or of done cases serve it. */
    Condition of(CaseFile c) {
        if (this == ALL) {
            return DSL.noCondition();
        }
        var half = open() ? c.RESOLVED_AT.isNull() : c.RESOLVED_AT.isNotNull();
        return state == null ? half : half.and(c.STATE.eq(DSL.inline(state.code())));
    }
}
