package no.torg.insight.views;

import java.time.LocalDate;
import java.util.List;
import no.torg.web.views.Choice;
import no.torg.web.views.Tab;
import org.jspecify.annotations.Nullable;

/**
 * What a page's figures are narrowed to; days are null where they do not count.
 *
 * @param note what is to be known of the period; null where nothing is
 */
public record Filters(String path, List<Tab> periods, List<Choice> choices, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Note note) {
    /** A sentence, and where it leads; the way is null where it leads nowhere. */
    public record Note(String text, @Nullable String way, String to) {}
}
