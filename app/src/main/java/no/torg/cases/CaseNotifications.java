package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_PARTY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import no.torg.events.Consumer;
import no.torg.events.Event;
import no.torg.notifications.News;
import no.torg.notifications.Notifications;
import no.torg.people.Workers;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides who is told what of a case: never the one who did it, but for the receipt; never anything internal to those whose own it is. */
@Component
class CaseNotifications implements Consumer {

    private final Notifications notifications;
    private final Workers workers;
    private final DSLContext db;

    CaseNotifications(Notifications notifications, Workers workers, DSLContext db) {
        this.notifications = notifications;
        this.workers = workers;
        this.db = db;
    }

    private record Known(UUID requester, @Nullable UUID handler, UUID team, int priority) {
    }

    @Override
    public String name() {
        return "notifications.cases";
    }

    @Override
    public Set<String> types() {
        return Set.of("cases.opened", "cases.assigned", "cases.moved", "cases.prioritised", "cases.waiting-began", "cases.resolved", "cases.closed", "cases.reopened",
                "conversations.message-posted");
    }

    @Override
    public void deliver(List<Event> delivered) {
        // What was imported is old, also where something new happens to the same case
        var events = delivered.stream().filter(event -> !event.origin().equals("import")).toList();
        var ids = events.stream().map(Event::subject).collect(Collectors.toSet());
        var known = known(ids);
        var parties = parties(ids);
        var news = new ArrayList<News>();
        for (var event : events) {
            var file = known.get(event.subject());
            if (file != null) {
                tell(event, file, parties.getOrDefault(event.subject(), List.of()), news);
            }
        }
        notifications.tell(news);
    }

    private void tell(Event event, Known file, List<UUID> parties, List<News> news) {
        switch (event.type()) {
            case "cases.opened" -> {
                add(event, file.requester(), "opened", news);
                alarm(event, file, event.number("priority", file.priority()), news);
            }
            case "cases.moved" -> alarm(event, file, file.priority(), news);
            case "cases.prioritised" -> {
                if (event.number("from", 0) != 1) {
                    alarm(event, file, event.number("to", 0), news);
                }
            }
            case "cases.assigned" -> other(event, event.uuid("to"), "assigned", news);
            case "cases.waiting-began" -> {
                if ("requester".equals(event.text("for"))) {
                    own(event, file, parties, "waits-for-you", news);
                }
            }
            case "cases.resolved" -> {
                // what is closed at once is told as closed
                if (!Boolean.TRUE.equals(event.flag("closing"))) {
                    own(event, file, parties, "resolved", news);
                }
            }
            case "cases.closed", "cases.reopened" -> all(event, file, parties, event.type().substring("cases.".length()), news);
            default -> posted(event, file, parties, news);
        }
    }

    private static void posted(Event event, Known file, List<UUID> parties, List<News> news) {
        if (event.internal()) {
            if (file.handler() != null && !file.handler().equals(file.requester()) && !parties.contains(file.handler())) {
                other(event, file.handler(), "noted", news);
            }
            return;
        }
        all(event, file, parties, "replied", news);
    }

    private static void all(Event event, Known file, List<UUID> parties, String kind, List<News> news) {
        own(event, file, parties, kind, news);
        if (file.handler() != null && !file.handler().equals(file.requester()) && !parties.contains(file.handler())) {
            other(event, file.handler(), kind, news);
        }
    }

    /** A case that hits most of all is told to all who may take it. */
    private void alarm(Event event, Known file, long priority, List<News> news) {
        if (priority == 1) {
            workers.of(file.team()).forEach(worker -> {
                if (!worker.id().equals(file.requester())) {
                    other(event, worker.id(), "alarm", news);
                }
            });
        }
    }

    private static void own(Event event, Known file, List<UUID> parties, String kind, List<News> news) {
        other(event, file.requester(), kind, news);
        parties.forEach(party -> other(event, party, kind, news));
    }

    private static void other(Event event, @Nullable UUID person, String kind, List<News> news) {
        if (person != null && !person.equals(event.actor())) {
            add(event, person, kind, news);
        }
    }

    private static void add(Event event, UUID person, String kind, List<News> news) {
        news.add(new News(person, event.id(), CaseFile.KIND, event.subject(), kind, event.at()));
    }

    private Map<UUID, Known> known(Set<UUID> ids) {
        var c = CASE_FILE;
        return db.select(c.ID, c.REQUESTER_ID, c.HANDLER_ID, c.TEAM_ID, c.PRIORITY).from(c).where(Tenant.owns(c.TENANT_ID), c.ID.in(ids))
                .fetchMap(c.ID, row -> new Known(row.value2(), row.value3(), row.value4(), row.value5()));
    }

    private Map<UUID, List<UUID>> parties(Set<UUID> ids) {
        return db.select(CASE_PARTY.CASE_ID, CASE_PARTY.PERSON_ID).from(CASE_PARTY).where(Tenant.owns(CASE_PARTY.TENANT_ID), CASE_PARTY.CASE_ID.in(ids))
                .fetchGroups(CASE_PARTY.CASE_ID, CASE_PARTY.PERSON_ID);
    }
}
