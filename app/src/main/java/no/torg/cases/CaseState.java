package no.torg.cases;

import java.util.Locale;
import java.util.Set;

/** Where a case stands; few and the same for all services, which word them in their own way. */
public enum CaseState {
    NEW, IN_PROGRESS, WAITING, RESOLVED, CLOSED;

    /** As it is stored and sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state with this code. */
    public static CaseState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The allowed moves, one table. */
    public Set<CaseState> next() {
        return switch (this) {
            case NEW -> Set.of(IN_PROGRESS, WAITING, RESOLVED, CLOSED);
            case IN_PROGRESS -> Set.of(WAITING, RESOLVED, CLOSED);
            case WAITING -> Set.of(IN_PROGRESS, RESOLVED, CLOSED);
            case RESOLVED -> Set.of(IN_PROGRESS, CLOSED);
            case CLOSED -> Set.of(IN_PROGRESS);
        };
    }

    /** Whether the case still wants work: neither resolved nor closed. */
    public boolean open() {
        return this != RESOLVED && this != CLOSED;
    }
}
