package no.torg.forms.views;

import java.util.List;
import java.util.Map;

/** A form as its pages show it: only what is asked; {@code others} are errors at what the form does not show, by path. */
public record FormView(String id, List<PageView> pages, Map<String, ErrorView> others) {

    /** Everything that is wrong and can be put right, in the order of the form. */
    public List<FieldView> wrong() {
        return pages.stream().flatMap(page -> page.wrong().stream()).toList();
    }
}
