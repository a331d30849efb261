package no.torg.insight;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a number is of beyond its measure and days, as it stands in addresses; null for any.
 *
 * @param measure see the answer to a wrong one
 * @param handedTo of hand-overs, the team handed to
 * @param channel of opened cases, the channel they came through
 * @param weekday of opened cases, 1 is Monday
 * @param hour    of opened cases, 0 to 23
 */
public record Picking(@Nullable String measure, @Nullable UUID handedTo, @Nullable String channel, @Nullable Integer weekday, @Nullable Integer hour) {

    /** Any. */
    static final Picking ANY = new Picking(null, null, null, null, null);

    /** An empty choice is none. */
    public Picking {
        channel = channel == null || channel.isBlank() ? null : channel;
    }

    boolean ofArrival() {
        return channel != null || weekday != null || hour != null;
    }

    /** For the end of an address that already has a question. */
    String rest() {
        return (handedTo == null ? "" : "&handedTo=" + handedTo) + (channel == null ? "" : "&channel=" + channel)
                + (weekday == null ? "" : "&weekday=" + weekday) + (hour == null ? "" : "&hour=" + hour);
    }
}
