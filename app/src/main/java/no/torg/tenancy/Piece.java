package no.torg.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

import org.jooq.Condition;
import org.jooq.Context;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Select;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.util.function.SingletonSupplier;

/**
 * A piece of a statement that is written out once and kept as text: to write it anew at every page costs more than to read what it reads. What
 * differs from use to use goes into its holes, by their numbers; a value anywhere else is refused, so that no use sees another's.
 */
public final class Piece<T> {

    /** Stands around the number of a hole in the text; no statement of ours has it. */
    private static final char MARK = '\u0001';
    private static final int TENANT = -1;
    private static final ScopedValue<Boolean> WRITING = ScopedValue.newInstance();

    private final Supplier<Field<T>> whole;
    private final SingletonSupplier<DataType<T>> type;
    private final AtomicReferenceArray<Text> texts = new AtomicReferenceArray<>(2);

    private Piece(Supplier<Field<T>> whole) {
        this.whole = () -> ScopedValue.where(WRITING, true).call(whole::get);
        this.type = SingletonSupplier.of(() -> this.whole.get().getDataType());
    }

    /** What stands between the holes, and which these are: before hole n stands text n, after the last one more. */
    private record Text(List<String> between, List<Integer> holes) {
    }

    /** A piece with {@link #hole holes}, built at its first use; a value in it that is not written inline is then an {@link IllegalStateException}. */
    public static <T> Piece<T> of(Supplier<Field<T>> whole) {
        return new Piece<>(whole);
    }

    /** The same of a condition, to be used by {@link #holds}. */
    public static Piece<Boolean> ofCondition(Supplier<Condition> whole) {
        return new Piece<>(() -> DSL.field(whole.get()));
    }

    /** Columns of a select list, written out once; the statement says by {@code coerce} as what they are read. */
    public static Piece<Object> ofColumns(Supplier<List<? extends Field<?>>> columns) {
        return new Piece<>(() -> {
            var all = DSL.list(columns.get());
            return CustomField.of("columns", SQLDataType.OTHER, context -> context.visit(all));
        });
    }

    /** A whole statement, to be asked by {@code resultQuery("{0}", piece)}; what it gives is said by {@code coerce}. */
    public static Piece<Object> ofStatement(Supplier<? extends Select<?>> statement) {
        return new Piece<>(() -> {
            var whole = statement.get();
            return CustomField.of("statement", SQLDataType.OTHER, context -> context.visit(whole));
        });
    }

    /** A hole for what has this type; the first is 0. */
    public static <T> Field<T> hole(int nth, DataType<T> type) {
        return CustomField.of("hole", type, context -> write(context, nth));
    }

    /** A hole for a condition. */
    public static Condition hole(int nth) {
        return DSL.condition(hole(nth, SQLDataType.BOOLEAN));
    }

    /** The piece with these in its holes. */
    public Field<T> with(QueryPart... parts) {
        return CustomField.of("piece", type.obtain(), context -> fill(context, parts));
    }

    /** The condition with these in its holes. */
    public Condition holds(QueryPart... parts) {
        return DSL.condition(with(parts).coerce(Boolean.class));
    }

    /** Whether a text is being written, in which the tenant is a hole; then it is written. */
    static boolean tenant(Context<?> context) {
        return WRITING.isBound() && write(context, TENANT);
    }

    private static boolean write(Context<?> context, int nth) {
        context.sql(MARK).sql(nth).sql(MARK);
        return true;
    }

    private void fill(Context<?> context, QueryPart[] parts) {
        var text = text(context.dsl());
        for (int i = 0; i < text.holes().size(); i++) {
            var hole = text.holes().get(i);
            context.sql(text.between().get(i), true).visit(hole == TENANT ? Tenant.number() : parts[hole]);
        }
        context.sql(text.between().getLast(), true);
    }

    private Text text(DSLContext db) {
        var place = Tenant.explicitConditions ? 1 : 0;
        var text = texts.get(place);
        if (text == null) {
            text = ScopedValue.where(WRITING, true).call(() -> written(db));
            texts.set(place, text);
        }
        return text;
    }

    private Text written(DSLContext db) {
        var field = whole.get();
        if (!db.extractBindValues(field).isEmpty()) {
            throw new IllegalStateException("A value stands outside the holes of " + field);
        }
        var parts = db.render(field).split(String.valueOf(MARK), -1);
        var between = new ArrayList<String>();
        var holes = new ArrayList<Integer>();
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 0) {
                between.add(parts[i]);
            } else {
                holes.add(Integer.valueOf(parts[i]));
            }
        }
        return new Text(List.copyOf(between), List.copyOf(holes));
    }
}
