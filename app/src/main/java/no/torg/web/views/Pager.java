package no.torg.web.views;

import org.jspecify.annotations.Nullable;

/** The way to newer and older rows; null where there are none. */
public record Pager(@Nullable String newer, @Nullable String older, String text) {}
