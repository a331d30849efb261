package no.torg.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import no.torg.events.Event;
import no.torg.events.Follower;
import no.torg.events.Position;
import no.torg.live.Topics.Concerned;
import no.torg.people.Actors;
import no.torg.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** This node's open streams, fed by following the log from its end; another node's are fed by that node. */
@Component
@ConditionalOnWebApplication
class Listeners implements Follower, SmartLifecycle {

    private static final int MOST = 5_000;
    private static final int MOST_EACH = 6;
    private static final Set<String> RIGHTS = Set.of("people.role-granted", "people.role-revoked", "people.affiliation-added", "people.affiliation-ended",
            "people.person-changed");

    private final List<Topics> topics;
    private final Tenants tenants;
    private final Actors actors;
    private final List<Listener> open = new CopyOnWriteArrayList<>();
    private volatile @Nullable Position reached;
    private volatile boolean running = true;

    Listeners(List<Topics> topics, Tenants tenants, Actors actors) {
        this.topics = topics;
        this.tenants = tenants;
        this.actors = actors;
    }

    /** Begins to feed a stream; false where this node has as many as it can serve. A person's oldest, often one whose page is gone, gives way. */
    synchronized boolean add(Listener listener) {
        open.removeIf(Listener::ended);
        if (!running || open.size() >= MOST) {
            return false;
        }
        var same = open.stream().filter(listener::sameAs).toList();
        same.subList(0, Math.max(0, same.size() - MOST_EACH + 1)).forEach(Listener::giveWay);
        open.add(listener);
        Thread.ofVirtual().name("torg-live").start(listener::run);
        return true;
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public Optional<Position> position() {
        return Optional.ofNullable(reached);
    }

    @Override
    public boolean fromTheBeginning() {
        return false;
    }

    @Override
    public void follow(List<Event> events, Position position) {
        reached = position;
        open.removeIf(Listener::ended);
        events.stream().filter(event -> RIGHTS.contains(event.type())).forEach(this::endThoseOf);
        var heard = open.stream().map(listener -> listener.tenant().id()).collect(Collectors.toSet());
        events.stream().filter(event -> heard.contains(event.tenant())).collect(Collectors.groupingBy(Event::tenant))
                .forEach((tenant, some) -> tenants.byId(tenant).ifPresent(known -> known.run(() -> tell(tenant, some))));
    }

    /** Ends the streams whose session or token has ended, also on another node or by time alone: one statement for each tenant that listens. */
    void endThoseLetOut() {
        open.removeIf(Listener::ended);
        open.stream().collect(Collectors.groupingBy(Listener::tenant)).forEach((tenant, some) -> {
            var still = tenant.ask(() -> actors.still(some.stream().map(Listener::pass).collect(Collectors.toSet())));
            some.stream().filter(listener -> !still.contains(listener.pass())).forEach(Listener::end);
        });
    }

    /** What a person may hear has changed: their streams end, and they come again to hear by what holds now. */
    private void endThoseOf(Event event) {
        open.stream().filter(listener -> listener.isOf(event.tenant(), event.subject())).forEach(Listener::end);
    }

    private void tell(int tenant, List<Event> events) {
        for (var topic : topics) {
            var own = events.stream().filter(event -> event.subjectKind().equals(topic.kind())).toList();
            if (!own.isEmpty()) {
                Set<UUID> subjects = own.stream().map(Event::subject).collect(Collectors.toSet());
                Map<UUID, Concerned> concerned = topic.concerned(subjects);
                for (var event : own) {
                    var whom = concerned.get(event.subject());
                    if (whom != null) {
                        var left = topic.left(event);
                        open.stream().filter(listener -> listener.tenant().id() == tenant).forEach(listener -> listener.hear(whom, left, event.internal()));
                    }
                }
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /** Lets all go before the server waits for open requests. */
    @Override
    public void stop() {
        running = false;
        open.forEach(listener -> {
            listener.end();
            listener.stream().complete();
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
