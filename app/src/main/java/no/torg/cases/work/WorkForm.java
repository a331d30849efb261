package no.torg.cases.work;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.work.WorkQuery.Among;
import no.torg.people.Actor;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/**
 * What the statement of a list looks like, whatever its values: people at work ask in few forms, and the statement of each is written out once.
 *
 * @param given     which values it has
 * @param ownsAsked whether the service it asks for, if any, is the actor's own
 * @param past      whether its cursor stands among done cases; null without one
 * @param ascending the order of keys and ids; null where only the number of rows matters
 * @param most      how many rows are wanted; 0 for all
 */
record WorkForm(Among among, Standing standing, WorkSort sort, Set<WorkValue> given, boolean unassigned, boolean overdue, boolean owned, boolean ownsAsked,
        @Nullable Boolean past, @Nullable Boolean ascending, int most) {

    static WorkForm of(Actor actor, WorkQuery query, Set<WorkValue> given, @Nullable Boolean ascending, int most) {
        return new WorkForm(query.among(), query.standing(), query.sort(), EnumSet.copyOf(given), query.unassigned(), query.overdue(), query.owned(),
                query.service() == null || actor.services().contains(query.service()), query.cursor() == null || ascending == null ? null : query.cursor().done(), ascending, most);
    }

    /** Whether done cases come after all open ones: nobody waits for what was due and is done. */
    boolean openFirst() {
        return standing == Standing.ALL && sort == WorkSort.DUE;
    }

    /** Whether one's own cases have another key than those one works with: by the last change, which of one's own is the last that one sees. */
    boolean ownApart() {
        return among != WorkQuery.Among.WORKED && sort == WorkSort.UPDATED;
    }

    boolean has(WorkValue value) {
        return given.contains(value);
    }

    /** The hole of the value, or null where it is not given. */
    <T> @Nullable Field<T> hole(WorkValue value, DataType<T> type) {
        return has(value) ? value.hole(type) : null;
    }

    @Nullable Field<UUID[]> uuids(WorkValue value) {
        return hole(value, WorkValue.UUIDS);
    }
}
