package no.torg.events;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;

/** Something that has just happened and is to be logged in the transaction of the fact; {@code type} is module.past-tense. */
public record NewEvent(UUID id, String subjectKind, UUID subject, String type, boolean internal, @Nullable UUID actor,
        @Nullable UUID onBehalfOf, Instant at, String origin, Map<String, ?> data) {

    /** A live event that the people it concerns may see. */
    public static NewEvent of(String subjectKind, UUID subject, String type, @Nullable UUID actor, Instant at, Map<String, ?> data) {
        return new NewEvent(UuidCreator.getTimeOrderedEpoch(), subjectKind, subject, type, false, actor, null, at, "live", data);
    }

    /** Something that another system recorded, for staff only; the id says which record it is. */
    public static NewEvent imported(UUID id, String subjectKind, UUID subject, String type, @Nullable UUID actor, Instant at, Map<String, ?> data) {
        return new NewEvent(id, subjectKind, subject, type, true, actor, null, at, "import", data);
    }

    /** The same, for staff only. */
    public NewEvent forStaff() {
        return new NewEvent(id, subjectKind, subject, type, true, actor, onBehalfOf, at, origin, data);
    }
}
