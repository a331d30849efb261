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
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to cases: opening one. What is done with it afterwards: {@link CaseWork}, {@link Waits}, {@link Closures}, {@link Dialogue}. */
@Component
public class Cases {

    private final CaseRepository repository;
    private final QueueCounts counts;
    private final Threads threads;
    private final EventLog log;
    private final TransactionTemplate transaction;

    Cases(CaseRepository repository, QueueCounts counts, Threads threads, EventLog log, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.counts = counts;
        this.threads = threads;
        this.log = log;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A case that stands; {@code again} when the same key had opened it before. */
    public record Opened(UUID id, String number, Instant at, boolean again) {
    }

    /** Opens a case: case, answers, first message and event in one transaction. The same key of the same person opens one case only. */
    public Opened open(Actor actor, NewCase made) {
        var before = made.key() == null ? null : repository.ofKey(made.requester(), made.key()).orElse(null);
        if (before == null) {
            var opened = transaction.execute(status -> {
                var inserted = insert(actor, made);
                if (made.key() == null || repository.takeKey(made.requester(), made.key(), inserted.id())) {
                    return inserted;
                }
                status.setRollbackOnly();
                return null;
            });
            if (opened != null) {
                return opened;
            }
            before = repository.ofKey(made.requester(), made.key()).orElseThrow();
        }
        return new Opened(before.id(), before.number(), before.at(), true);
    }

    private Opened insert(Actor actor, NewCase made) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var seq = repository.nextNumber();
        var number = "%d-%06d".formatted(made.at().atZone(Tenant.current().zone()).getYear(), seq);
        repository.insert(id, number, seq, made, Snippets.of(made.message()));
        var posted = threads.open(id, CaseFile.KIND, id,
                new NewMessage(made.requester(), Audience.PUBLIC, made.channel(), made.message(), made.at(), made.files()));
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
