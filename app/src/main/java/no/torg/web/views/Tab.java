package no.torg.web.views;

import org.jspecify.annotations.Nullable;

/** One of several views beside each other. */
public record Tab(String text, String href, boolean current, @Nullable Integer count) {
    /** A tab without a count. */
    public Tab(String text, String href, boolean current) {
        this(text, href, current, null);
    }
}
