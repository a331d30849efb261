package no.torg.insight.views;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came in, was resolved and was open over time: a table, from which the script draws the same numbers as lines. */
public record Lines(String finding, List<Week> weeks, @Nullable Files files) {}
