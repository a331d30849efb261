package no.torg.insight.views;

import org.jspecify.annotations.Nullable;

/**
 * A number worth knowing at once.
 *
 * @param href where its cases are; null where none hang on it
 * @param icon of the change; null where there is none to tell
 * @param change in words; empty where there is nothing to tell
 * @param color the change's: neutral, success or danger
 */
public record KeyFigure(String name, String value, @Nullable String href, @Nullable String icon, String color, String change) {}
