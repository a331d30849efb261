package no.torg.metrics;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Where counting stood when a page began to ask: what it then reads is no older, and kept until more is counted. */
public final class Moment {

    private final Kept kept;
    private final OptionalLong mark;

    Moment(Kept kept) {
        this.kept = kept;
        this.mark = kept.mark();
    }

    /** What was asked for, of what changes only where something is counted, such as what is open now; read where it is not kept. */
    public <T> List<T> of(Sight sight, List<?> asked, Supplier<List<T>> read) {
        return kept.of(mark, sight, asked, read);
    }
}
