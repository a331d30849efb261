package no.torg.catalog;

import static no.torg.db.catalog.Tables.TOPIC;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.tenancy.Remembered;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the tenant sorts its services under. */
@Component
public class Topics {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private final Remembered<List<Topic>> topics = new Remembered<>(Duration.ofSeconds(10));
    private final DSLContext db;
    private final JsonMapper json;

    Topics(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** A topic with its icon; names and notes by language code. */
    public record Topic(String id, String icon, Map<String, String> names, Map<String, String> notes) {
    }

    /** The tenant's topics in its own order; a tenant has some tens. */
    public List<Topic> all() {
        return topics.get(() -> List.copyOf(db.selectFrom(TOPIC).where(Tenant.owns(TOPIC.TENANT_ID)).orderBy(TOPIC.POSITION, TOPIC.ID).limit(500)
                .fetch(row -> new Topic(row.getId(), row.getIcon(), json.readValue(row.getNames().data(), TEXTS), json.readValue(row.getNotes().data(), TEXTS)))));
    }

    /** Adds a topic or changes it. */
    @Transactional
    public void keep(Actor actor, Topic topic, int position) {
        Administration.require(actor);
        var names = JSONB.valueOf(json.writeValueAsString(topic.names()));
        var notes = JSONB.valueOf(json.writeValueAsString(topic.notes()));
        db.insertInto(TOPIC).set(TOPIC.TENANT_ID, Tenant.current().id()).set(TOPIC.ID, topic.id()).set(TOPIC.POSITION, position)
                .set(TOPIC.ICON, topic.icon()).set(TOPIC.NAMES, names).set(TOPIC.NOTES, notes)
                .onConflict(TOPIC.TENANT_ID, TOPIC.ID).doUpdate()
                .set(TOPIC.POSITION, position).set(TOPIC.ICON, topic.icon()).set(TOPIC.NAMES, names).set(TOPIC.NOTES, notes).execute();
        topics.forget();
    }
}
