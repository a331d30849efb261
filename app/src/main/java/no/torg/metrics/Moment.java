package no.torg.metrics;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

import no.torg.metrics.Kept.Known;

/** Where counting stood when a page began to ask: what it then reads is no older, and kept until more is counted. */
public final class Moment {

    private final Kept kept;
    private long mark = Kept.NEVER;

    Moment(Kept kept) {
        this.kept = kept;
    }

    /** What was asked for, of what changes only where something is counted, such as what is open now; read where it is not kept. */
    public <T> List<T> of(Sight sight, List<?> asked, Supplier<List<T>> read) {
        if (!kept.keeps()) {
            return read.get();
        }
        if (mark == Kept.NEVER) {
            mark = kept.mark();
        }
        var known = kept.<T>find(sight, asked);
        return known != null && known.mark() == mark ? known.rows() : kept.keep(sight, asked, new Known<>(mark, read.get())).rows();
    }

    /** What was counted, by a statement that tells where counting stands too, and no rows where that is at the mark it is given. */
    <T> List<T> read(Sight sight, List<?> asked, LongFunction<Known<T>> read) {
        if (!kept.keeps()) {
            return read.apply(Kept.NEVER).rows();
        }
        var known = kept.<T>find(sight, asked);
        if (known == null || known.mark() != mark) {
            var found = read.apply(known == null ? Kept.NEVER : known.mark());
            mark = mark == Kept.NEVER ? found.mark() : mark;
            known = known != null && known.mark() == found.mark() ? known : kept.keep(sight, asked, found);
        }
        return known.rows();
    }
}
