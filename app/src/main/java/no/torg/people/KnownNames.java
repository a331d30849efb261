package no.torg.people;

import static no.torg.db.people.Tables.PERSON;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The names of persons as this node knows them: lists name a hundred persons a page, mostly the same ones. At most a minute old; a change made
 * here shows at once. Within a transaction nothing is kept: it may see what nobody else will.
 */
@Component
public class KnownNames {

    /** About 200 bytes each. */
    private static final int MOST = 50_000;

    private final DSLContext db;
    private final Cache<Key, String> known = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(Duration.ofMinutes(1)).build();
    private final Workers workers;

    KnownNames(DSLContext db, Workers workers) {
        this.db = db;
        this.workers = workers;
    }

    private record Key(int tenant, UUID person) {
    }

    /** The names by id, without who is none of the tenant's persons; at most one statement. */
    public Map<UUID, String> of(Collection<UUID> persons) {
        var tenant = Tenant.current().id();
        var names = new HashMap<UUID, String>();
        var keeps = !TransactionSynchronizationManager.isActualTransactionActive();
        var unknown = new HashSet<>(persons);
        if (keeps) {
            unknown.removeIf(person -> {
                var name = known.getIfPresent(new Key(tenant, person));
                return name != null && names.put(person, name) == null;
            });
        }
        if (!unknown.isEmpty()) {
            db.select(PERSON.ID, PERSON.NAME).from(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(DSL.any(unknown.toArray(UUID[]::new))))
                    .forEach(row -> names.put(row.value1(), row.value2()));
        }
        if (keeps) {
            unknown.stream().filter(names::containsKey).forEach(person -> known.put(new Key(tenant, person), names.get(person)));
        }
        return names;
    }

    /** A piece for a statement about something else, which reads those of these names that are not known: after it they are. */
    public Field<Integer> learning(Collection<UUID> persons) {
        var tenant = Tenant.current().id();
        var unknown = TransactionSynchronizationManager.isActualTransactionActive() ? List.<UUID>of()
                : persons.stream().filter(person -> known.getIfPresent(new Key(tenant, person)) == null).toList();
        return unknown.isEmpty() ? DSL.inline(0) : DSL.multiset(DSL.select(PERSON.ID, PERSON.NAME).from(PERSON)
                .where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(DSL.any(unknown.toArray(UUID[]::new))))).convertFrom(rows -> {
                    rows.forEach(row -> known.put(new Key(tenant, row.value1()), row.value2()));
                    return rows.size();
                });
    }

    /** The person has another name from now on, or is no longer active; needs the transaction that makes it so. */
    void forget(UUID person) {
        workers.forget();
        var key = new Key(Tenant.current().id(), person);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known.invalidate(key);
            }
        });
    }
}
