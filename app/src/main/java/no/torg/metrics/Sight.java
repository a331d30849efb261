package no.torg.metrics;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * What somebody may count: all of some scopes, and of others some parts only.
 *
 * @param whole  the scopes of which every part counts
 * @param within the scopes of which only the parts named count
 */
public record Sight(Set<UUID> whole, Set<UUID> within, Set<UUID> parts) {

    private static final Sight EVERYTHING = new Sight(Set.of(new UUID(0, 0)), Set.of(), Set.of());

    /** All of every scope; for what is told of the whole organisation. */
    public static Sight everything() {
        return EVERYTHING;
    }

    /** All of one scope. */
    public static Sight all(UUID scope) {
        return new Sight(Set.of(scope), Set.of(), Set.of());
    }

    /** Some parts of one scope. */
    public static Sight some(UUID scope, Set<UUID> parts) {
        return new Sight(Set.of(), Set.of(scope), parts);
    }

    /** The row of this scope and part counts. */
    public Condition covers(Field<UUID> scope, Field<UUID> part) {
        if (equals(EVERYTHING)) {
            return DSL.noCondition();
        }
        var any = new HashSet<>(whole);
        any.addAll(within);
        return scope.eq(any(any)).and(scope.eq(any(whole)).or(part.eq(any(parts))));
    }

    private static Field<UUID> any(Collection<UUID> ids) {
        return DSL.field("any({0})", UUID.class, DSL.val(ids.toArray(UUID[]::new)));
    }
}
