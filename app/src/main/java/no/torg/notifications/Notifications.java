package no.torg.notifications;

import static no.torg.db.notifications.Tables.NOTIFICATION;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to what people are told. */
@Component
public class Notifications {

    private static final int UNREAD = 100;

    private final DSLContext db;

    Notifications(DSLContext db) {
        this.db = db;
    }

    /** Something a person was told. */
    public record Told(UUID event, String subjectKind, UUID subject, String kind, Instant at, boolean unread) {
    }

    /** A place in the list. */
    public record Before(Instant at, UUID event) {
    }

    /** Tells all of it in one statement, in the caller's transaction; what a person was told of an event before is not told again. */
    public void tell(Collection<News> news) {
        if (news.isEmpty()) {
            return;
        }
        var n = NOTIFICATION;
        var insert = db.insertInto(n, n.TENANT_ID, n.PERSON_ID, n.EVENT_ID, n.SUBJECT_KIND, n.SUBJECT_ID, n.KIND, n.AT);
        news.stream().sorted(Comparator.comparing(News::person).thenComparing(News::event)).forEach(one ->
                insert.values(Tenant.current().id(), one.person(), one.event(), one.subjectKind(), one.subject(), one.kind(), one.at()));
        insert.onConflictDoNothing().execute();
    }

    /** How much the actor has not read, counted to 100. */
    public int unread(Actor actor) {
        return db.fetchCount(DSL.selectOne().from(NOTIFICATION)
                .where(Tenant.owns(NOTIFICATION.TENANT_ID), NOTIFICATION.PERSON_ID.eq(actor.id()), NOTIFICATION.READ_AT.isNull()).limit(UNREAD));
    }

    /** What the actor was told before {@code before} (null: lately), newest first. */
    public List<Told> list(Actor actor, @Nullable Before before, int limit) {
        var from = before == null ? DSL.noCondition() : DSL.row(NOTIFICATION.AT, NOTIFICATION.EVENT_ID).lt(before.at(), before.event());
        return db.selectFrom(NOTIFICATION).where(Tenant.owns(NOTIFICATION.TENANT_ID), NOTIFICATION.PERSON_ID.eq(actor.id()), from)
                .orderBy(NOTIFICATION.AT.desc(), NOTIFICATION.EVENT_ID.desc()).limit(limit)
                .fetch(row -> new Told(row.getEventId(), row.getSubjectKind(), row.getSubjectId(), row.getKind(), row.getAt(), row.getReadAt() == null));
    }

    /** Marks one as read and gives it; empty where the actor was never told. */
    @Transactional
    public Optional<Told> read(Actor actor, UUID event) {
        var mine = Tenant.owns(NOTIFICATION.TENANT_ID).and(NOTIFICATION.PERSON_ID.eq(actor.id())).and(NOTIFICATION.EVENT_ID.eq(event));
        db.update(NOTIFICATION).set(NOTIFICATION.READ_AT, Instant.now()).where(mine, NOTIFICATION.READ_AT.isNull()).execute();
        return db.selectFrom(NOTIFICATION).where(mine)
                .fetchOptional(row -> new Told(row.getEventId(), row.getSubjectKind(), row.getSubjectId(), row.getKind(), row.getAt(), false));
    }

    /** Marks all as read. */
    @Transactional
    public void readAll(Actor actor) {
        db.update(NOTIFICATION).set(NOTIFICATION.READ_AT, Instant.now())
                .where(Tenant.owns(NOTIFICATION.TENANT_ID), NOTIFICATION.PERSON_ID.eq(actor.id()), NOTIFICATION.READ_AT.isNull()).execute();
    }
}
