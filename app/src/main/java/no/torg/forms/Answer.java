package no.torg.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One answer read: as FEEL sees it, as it is stored (null: nothing is), what is wrong with it, and whom a picker found. */
record Answer(@Nullable Object typed, @Nullable Object stored, @Nullable AnswerError error, List<Directory.Pick> picks) {

    static final Answer NONE = new Answer(null, null, null, List.of());

    static Answer of(Object typed, Object stored) {
        return new Answer(typed, stored, null, List.of());
    }

    static Answer of(Object value) {
        return of(value, value);
    }

    static Answer wrong(String code, Object... args) {
        return new Answer(null, null, AnswerError.of(code, args), List.of());
    }
}
