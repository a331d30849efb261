package no.torg.web.views;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plain field of a page's own form. The id is also its name. */
public record Field(String id, String type, String label, @Nullable String hint, String value, boolean required, @Nullable String autocomplete,
                    @Nullable String error) {
    /** The ids of hint and error, for assistive technology; null when there is neither. */
    public @Nullable String describedBy() {
        var ids = Stream.of(hint == null ? "" : id + "-hint", error == null ? "" : id + "-error").filter(said -> !said.isEmpty()).collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }
}
