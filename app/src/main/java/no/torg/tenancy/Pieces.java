package no.torg.tenancy;

import java.util.function.Function;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Pieces of one kind that differ in more than values: each form is written out at its first use. Forms long unused are forgotten, so that
 * nobody fills the memory by asking oddly.
 *
 * @param <F> what a piece's text is decided by, and nothing else; compared by {@code equals}
 */
public final class Pieces<F, T> {

    /** More forms than people at work use in a day; a text is a few kilobytes. */
    private static final int MOST = 300;

    private final Function<F, Piece<T>> made;
    private final Cache<F, Piece<T>> kept = Caffeine.newBuilder().maximumSize(MOST).build();

    public Pieces(Function<F, Piece<T>> made) {
        this.made = made;
    }

    /** The piece of that form. */
    public Piece<T> of(F form) {
        return kept.get(form, made);
    }
}
