package no.torg.migration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import no.torg.cases.imports.ImportedCase.Texts;
import org.jspecify.annotations.Nullable;

/** The title and the fields of a case, as the last of its records says them; where the mapping carries them, each column as the last record says it that does. */
final class CaseTexts {

    private final Mapping mapping;
    private final List<Read> newestFirst;

    /** The records of a case in their order, at least one. */
    CaseTexts(Mapping mapping, List<Read> ordered) {
        this.mapping = mapping;
        this.newestFirst = ordered.reversed();
    }

    /** By language. */
    Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        mapping.titles().forEach((language, title) -> {
            var filled = Titles.fill(title, column -> value(column, carries("title"))).replaceAll("\\s+", " ");
            titles.put(language, filled.length() > Rows.LONGEST_WORD ? filled.substring(0, Rows.LONGEST_WORD) : filled);
        });
        return titles;
    }

    /** Both, and whether records before these may have said more. */
    Texts texts() {
        var lacking = carries("title") && mapping.titles().values().stream().flatMap(Titles::columns).anyMatch(column -> value(column, true) == null);
        return new Texts(titles(), !lacking, fields(), carries("fields"));
    }

    /** By the names they are shown under. */
    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        mapping.fields().forEach((name, column) -> {
            var value = value(column, carries("fields"));
            if (value != null) {
                fields.put(name, value);
            }
        });
        return fields;
    }

    private boolean carries(String part) {
        return mapping.carried().contains(part);
    }

    private @Nullable String value(String column, boolean carried) {
        for (var record : newestFirst) {
            var value = record.cells().value(column);
            if (value != null || !carried) {
                return value;
            }
        }
        return null;
    }
}
