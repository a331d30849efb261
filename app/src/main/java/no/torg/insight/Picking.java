package no.torg.insight;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import no.torg.cases.CountedCases.Order;
import no.torg.web.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * What a number is of beyond its measure and days, as it stands in addresses; null for any.
 *
 * @param measure  see the answer to a wrong one
 * @param handedTo of hand-overs, the team handed to
 * @param channel  of opened cases, the channel they came through
 * @param priority of resolved cases, their priority then
 * @param weekday  of opened cases, 1 is Monday
 * @param hour     of opened cases, 0 to 23
 * @param order    slowest for what took longest first; else the newest day first
 */
public record Picking(@Nullable String measure, @Nullable UUID handedTo, @Nullable String channel, @Nullable String priority, @Nullable Integer weekday,
        @Nullable Integer hour, @Nullable String order) {

    /** Any. */
    static final Picking ANY = new Picking(null, null, null, null, null, null, null);
    /** Any, what took longest first. */
    static final Picking SLOWEST = ANY.by(Order.SLOWEST);

    /** An empty choice is none. */
    public Picking {
        channel = channel == null || channel.isBlank() ? null : channel;
        priority = priority == null || priority.isBlank() ? null : priority;
        order = order == null || order.isBlank() ? null : order;
    }

    static Picking handedTo(UUID team) {
        return new Picking(null, team, null, null, null, null, null);
    }

    static Picking through(String channel) {
        return new Picking(null, null, channel, null, null, null, null);
    }

    static Picking prioritised(String priority) {
        return new Picking(null, null, null, priority, null, null, null);
    }

    static Picking arriving(int weekday, int hour) {
        return new Picking(null, null, null, null, weekday, hour, null);
    }

    Picking by(Order other) {
        return new Picking(measure, handedTo, channel, priority, weekday, hour, other == Order.SLOWEST ? "slowest" : null);
    }

    Order sorted() {
        return sorted(order);
    }

    /** As it stands in addresses. */
    static Order sorted(@Nullable String order) {
        if (order == null || order.isBlank() || order.equals("newest")) {
            return Order.NEWEST;
        }
        if (!order.equals("slowest")) {
            throw new Invalid("order", "web.invalid.choice", "newest, slowest");
        }
        return Order.SLOWEST;
    }

    boolean ofArrival() {
        return channel != null || weekday != null || hour != null;
    }

    /** For the end of an address that already has a question. */
    String rest() {
        return (handedTo == null ? "" : "&handedTo=" + handedTo) + said("channel", channel) + said("priority", priority)
                + (weekday == null ? "" : "&weekday=" + weekday) + (hour == null ? "" : "&hour=" + hour) + said("order", order);
    }

    private static String said(String name, @Nullable String text) {
        return text == null ? "" : "&" + name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
