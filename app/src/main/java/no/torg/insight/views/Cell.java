package no.torg.insight.views;

import org.jspecify.annotations.Nullable;

/** A number in a table with the way to its cases; null where none hang on it. */
public record Cell(String text, @Nullable String href) {}
