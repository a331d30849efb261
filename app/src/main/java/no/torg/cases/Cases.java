package no.torg.cases;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.conversations.Audience;
import no.torg.conversations.NewMessage;
import no.torg.conversations.Threads;
import no.torg.events.EventLog;
import no.torg.events.NewEvent;
import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to cases: opening one. What is done with it afterwards: {@link CaseWork}, {@link Waits}, {@link Closures}, {@link Dialogue}. */
@Component
public class Cases {

    private final CaseRepository repository;
    private final QueueCounts counts;
    private final Threads threads;
    private final EventLog log;

    Cases(CaseRepository repository, QueueCounts counts, Threads threads, EventLog log) {
        this.repository = repository;
        this.counts = counts;
        this.threads = threads;
        this.log = log;
    }

    /** A case that stands; {@code again} when the same key had opened it before. */
    public record Opened(UUID id, String number, Instant at, boolean again) {
    }

    /** The person's key became a case in the same moment; that one stands and this one is not opened. */
    public static final class KeyTaken extends RuntimeException {

        KeyTaken() {
            super("The key became a case before", null, false, false);
        }
    }

    /** Opens a case: case, answers, first message and event in one transaction. A key that the person has used ends it with {@link KeyTaken}. */
    @Transactional
    public Opened open(Actor actor, NewCase made) {
        var opened = insert(actor, made);
        if (made.key() != null && !repository.takeKey(made.requester(), made.key(), opened.id())) {
            throw new KeyTaken();
        }
        return opened;
    }

    /** The case that this person's key became before, if any. */
    public @Nullable Opened openedBefore(Actor actor, @Nullable String key) {
        return key == null ? null : repository.ofKey(actor.id(), key).map(before -> new Opened(before.id(), before.number(), before.at(), true)).orElse(null);
    }

    private Opened insert(Actor actor, NewCase made) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var seq = repository.nextNumber();
        var number = "%d-%06d".formatted(made.at().atZone(Tenant.current().zone()).getYear(), seq);
        repository.insert(id, number, seq, made, Snippets.of(made.message()));
        var posted = threads.open(id, CaseFile.KIND, id,
                new NewMessage(made.requester(), Audience.PUBLIC, made.channel(), made.message(), made.at(), made.files(), null));
        counts.add(made.team(), 1, 1);
        var data = new LinkedHashMap<String, Object>();
        data.put("v", 1);
        data.put("service", made.service());
        data.put("team", made.team());
        data.put("unit", made.unit());
        data.put("requester", made.requester());
        data.put("priority", made.priority());
        data.put("kind", made.kind());
        data.put("channel", made.channel());
        data.put("message", posted.id());
        log.append(NewEvent.of(CaseFile.KIND, id, "cases.opened", actor.person(), made.at(), data));
        return new Opened(id, number, made.at(), false);
    }
}
