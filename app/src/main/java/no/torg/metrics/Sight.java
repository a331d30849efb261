package no.torg.metrics;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may count: all of some scopes, and of others some parts only.
 *
 * @param whole  the scopes of which every part counts
 * @param within the scopes of which only the parts named count
 * @param only   the parts that are looked at of all this; null for every one
 */
public record Sight(Set<UUID> whole, Set<UUID> within, Set<UUID> parts, @Nullable Set<UUID> only) {

    private static final Sight EVERYTHING = new Sight(Set.of(new UUID(0, 0)), Set.of(), Set.of());

    public Sight(Set<UUID> whole, Set<UUID> within, Set<UUID> parts) {
        this(whole, within, parts, null);
    }

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

    /** The same scope alone, as far as it was seen. */
    public Sight of(UUID scope) {
        return new Sight(one(whole, scope), one(within, scope), parts, only);
    }

    /** The same in these parts alone, as far as they were seen. */
    public Sight in(Set<UUID> some) {
        return new Sight(whole, within, parts, some);
    }

    /** The row of this scope and part counts. */
    public Condition covers(Field<UUID> scope, Field<UUID> part) {
        if (equals(EVERYTHING)) {
            return DSL.noCondition();
        }
        var any = new HashSet<>(whole);
        any.addAll(within);
        var seen = scope.eq(any(any)).and(scope.eq(any(whole)).or(part.eq(any(parts))));
        return only == null ? seen : seen.and(part.eq(any(only)));
    }

    private static Set<UUID> one(Set<UUID> ids, UUID id) {
        return ids.contains(id) ? Set.of(id) : Set.of();
    }

    private static Field<UUID> any(Collection<UUID> ids) {
        return DSL.field("any({0})", UUID.class, DSL.val(ids.toArray(UUID[]::new)));
    }
}
