package no.torg.cases.work;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import no.torg.cases.RequesterCases;
import no.torg.db.cases.tables.CaseFile;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The four orders of a list; the key and then the id, both in one direction, as the indexes have them. */
enum WorkSort {
    DUE, UPDATED, PRIORITY, NUMBER;

    private static final long MICROS = 1_000_000;

    /** As it is asked for. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<WorkSort> of(String code) {
        return Stream.of(values()).filter(sort -> sort.code().equals(code)).findFirst();
    }

    /** Whether the least key comes first. */
    boolean ascending() {
        return this == DUE || this == PRIORITY;
    }

    /** {@code own} where the list is of what is the actor's own and must not tell by its order what they do not see. */
    Field<?> key(CaseFile c, boolean own) {
        return switch (this) {
            case DUE -> c.DUE_AT;
            case UPDATED -> own ? RequesterCases.changed(c) : c.UPDATED_AT;
            case PRIORITY -> c.PRIORITY;
            case NUMBER -> c.SEQ;
        };
    }

    /** The key as a number that a cursor can carry; times are microseconds. */
    Field<Long> number(Field<?> key) {
        return this == DUE || this == UPDATED ? DSL.field("(extract(epoch from {0}) * 1000000)::bigint", SQLDataType.BIGINT, key) : key.cast(Long.class);
    }

    /** The same number as a value to compare with. */
    Field<?> value(long number) {
        return switch (this) {
            case DUE, UPDATED -> DSL.val(Instant.ofEpochSecond(Math.floorDiv(number, MICROS), Math.floorMod(number, MICROS) * 1_000), SQLDataType.INSTANT);
            case PRIORITY -> DSL.val((short) number);
            case NUMBER -> DSL.val(number);
        };
    }

    static SortField<?> order(Field<?> field, boolean ascending) {
        return ascending ? field.asc() : field.desc();
    }
}
