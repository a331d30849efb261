package no.torg.forms.views;

import java.util.List;

/** A page of a form: a group at its top; pages on which nothing is asked are left out. */
public record PageView(String id, String title, String description, List<FieldView> fields) {

    /** True if something on the page is wrong, also inside groups and rows. */
    public boolean hasError() {
        return fields.stream().anyMatch(FieldView::hasError);
    }

    /** What is wrong on the page, also inside groups and rows, in their order. */
    public List<FieldView> wrong() {
        return fields.stream().flatMap(FieldView::all).filter(field -> field.error() != null).toList();
    }
}
