package no.torg.events;

import java.util.UUID;

/** How far a follower has read: the last row's transaction and id, and the log's epoch then. */
public record Position(int epoch, long xid, UUID id) {

    /** Before the first row of an epoch. */
    public static Position start(int epoch) {
        return new Position(epoch, 0, new UUID(0, 0));
    }
}
