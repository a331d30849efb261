package no.torg.catalog;

import static no.torg.db.catalog.Tables.TOPIC;

import java.time.Duration;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.torg.events.EventLog;
import no.torg.events.Moment;
import no.torg.events.NewEvent;
import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.tenancy.Remembered;
import no.torg.tenancy.Tenant;
import no.torg.web.Fields;
import no.torg.web.Invalid;
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
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,59}");
    private static final Pattern ICON = Pattern.compile("[A-Z][A-Za-z0-9]{0,59}");
    private static final int NAME = 100;
    private static final int NOTE = 300;

    private final DSLContext db;
    private final JsonMapper json;
    private final EventLog log;

    Topics(DSLContext db, JsonMapper json, EventLog log) {
        this.db = db;
        this.json = json;
        this.log = log;
    }

    /** A topic with its icon; names and notes by language code. */
    public record Topic(String id, String icon, Map<String, String> names, Map<String, String> notes) {
    }

    /** The tenant's topics in its own order; a tenant has some tens. */
    public List<Topic> all() {
        return topics.get(() -> List.copyOf(db.selectFrom(TOPIC).where(Tenant.owns(TOPIC.TENANT_ID)).orderBy(TOPIC.POSITION, TOPIC.ID).limit(500)
                .fetch(row -> new Topic(row.getId(), row.getIcon(), json.readValue(row.getNames().data(), TEXTS), json.readValue(row.getNotes().data(), TEXTS)))));
    }

    /** The topic of this id. */
    public Optional<Topic> byId(String id) {
        return all().stream().filter(topic -> topic.id().equals(id)).findFirst();
    }

    /** Adds a topic or changes it; names in all three languages, notes in those given. Lower positions come first. */
    @Transactional
    public void keep(Actor actor, Topic topic, int position) {
        Administration.require(actor);
        check(topic);
        Fields.range("position", position, 0, 10_000);
        var names = JSONB.valueOf(json.writeValueAsString(topic.names()));
        var notes = JSONB.valueOf(json.writeValueAsString(topic.notes()));
        db.insertInto(TOPIC).set(TOPIC.TENANT_ID, Tenant.current().id()).set(TOPIC.ID, topic.id()).set(TOPIC.POSITION, position)
                .set(TOPIC.ICON, topic.icon()).set(TOPIC.NAMES, names).set(TOPIC.NOTES, notes)
                .onConflict(TOPIC.TENANT_ID, TOPIC.ID).doUpdate()
                .set(TOPIC.POSITION, position).set(TOPIC.ICON, topic.icon()).set(TOPIC.NAMES, names).set(TOPIC.NOTES, notes).execute();
        topics.forget();
        var subject = UUID.nameUUIDFromBytes(topic.id().getBytes(StandardCharsets.UTF_8));
        log.append(NewEvent.of("topic", subject, "catalog.topic-kept", actor.person(), Moment.now(), Map.of("v", 1, "topic", topic.id())).forStaff());
    }

    private static void check(Topic topic) {
        if (!ID.matcher(Fields.required("id", topic.id())).matches()) {
            throw new Invalid("id", "catalog.topic.id");
        }
        if (!ICON.matcher(Fields.required("icon", topic.icon())).matches()) {
            throw new Invalid("icon", "catalog.topic.icon");
        }
        var names = Fields.required("names", topic.names());
        ServiceTexts.LANGUAGES.forEach(code -> Fields.text("names." + code, names.get(code), NAME));
        Stream.of(names, Fields.required("notes", topic.notes())).flatMap(texts -> texts.keySet().stream()).filter(code -> !ServiceTexts.LANGUAGES.contains(code))
                .findFirst().ifPresent(code -> {
                    throw new Invalid("names." + code, "web.invalid.unknown");
                });
        topic.notes().forEach((code, note) -> Fields.optional("notes." + code, note, NOTE));
    }
}
