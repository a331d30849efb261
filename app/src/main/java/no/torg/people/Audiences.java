package no.torg.people;

import static no.torg.db.people.Tables.AFFILIATION;
import static no.torg.db.people.Tables.AUDIENCE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import no.torg.people.Organisation.Audience;
import no.torg.tenancy.Remembered;
import no.torg.tenancy.Tenant;
import no.torg.web.Fields;
import no.torg.web.Invalid;
import no.torg.web.Language;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of people that the tenant serves, which are also the kinds of affiliation. */
@Component
class Audiences {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int MOST = 50;
    private static final int NAME = 100;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private final Remembered<List<Audience>> remembered = new Remembered<>(Duration.ofSeconds(10));
    private final DSLContext db;
    private final JsonMapper json;
    private final PeopleLog log;

    Audiences(DSLContext db, JsonMapper json, PeopleLog log) {
        this.db = db;
        this.json = json;
        this.log = log;
    }

    /** In the tenant's own order. */
    List<Audience> all() {
        return remembered.get(this::read);
    }

    private List<Audience> read() {
        return db.selectFrom(AUDIENCE).where(Tenant.owns(AUDIENCE.TENANT_ID)).orderBy(AUDIENCE.POSITION, AUDIENCE.ID).limit(500)
                .fetch(row -> new Audience(row.getId(), json.readValue(row.getNames().data(), TEXTS)));
    }

    /** Adds or renames one. */
    @Transactional
    void keep(Actor actor, Audience audience, int position) {
        Administration.require(actor);
        check("", audience);
        var names = JSONB.valueOf(json.writeValueAsString(audience.names()));
        db.insertInto(AUDIENCE).set(AUDIENCE.TENANT_ID, Tenant.current().id()).set(AUDIENCE.ID, audience.id()).set(AUDIENCE.POSITION, position)
                .set(AUDIENCE.NAMES, names).onConflict(AUDIENCE.TENANT_ID, AUDIENCE.ID).doUpdate().set(AUDIENCE.NAMES, names)
                .set(AUDIENCE.POSITION, position).execute();
        remembered.forget();
        log.add(actor, "audience", subject(audience.id()), "people.audience-kept", Map.of("audience", audience.id()));
    }

    /** Makes these, in this order, the tenant's audiences; one that somebody belongs as, now or before, cannot be left out. */
    @Transactional
    void replace(Actor actor, @Nullable List<Audience> audiences) {
        Administration.require(actor);
        var wanted = Fields.required("audiences", audiences);
        Fields.range("audiences", wanted.size(), 0, MOST);
        var ids = new HashSet<String>();
        for (int i = 0; i < wanted.size(); i++) {
            var at = "audiences." + i;
            check(at + ".", Fields.required(at, wanted.get(i)));
            if (!ids.add(wanted.get(i).id())) {
                throw new Invalid(at + ".id", "people.audience.twice", wanted.get(i).id());
            }
        }
        for (var gone : read().stream().map(Audience::id).filter(id -> !ids.contains(id)).toList()) {
            remove(actor, gone);
        }
        for (int i = 0; i < wanted.size(); i++) {
            keep(actor, wanted.get(i), i);
        }
    }

    private void remove(Actor actor, String id) {
        if (db.fetchExists(AFFILIATION, Tenant.owns(AFFILIATION.TENANT_ID), AFFILIATION.KIND.eq(id))) {
            throw new Refused("people.audience.in-use", id).about("audiences");
        }
        db.deleteFrom(AUDIENCE).where(Tenant.owns(AUDIENCE.TENANT_ID), AUDIENCE.ID.eq(id)).execute();
        remembered.forget();
        log.add(actor, "audience", subject(id), "people.audience-removed", Map.of("audience", id));
    }

    private static void check(String at, Audience audience) {
        if (!ID.matcher(Fields.required(at + "id", audience.id())).matches()) {
            throw new Invalid(at + "id", "people.audience.id");
        }
        var names = Fields.required(at + "names", audience.names());
        for (var language : Language.values()) {
            Fields.text(at + "names." + language.code(), names.get(language.code()), NAME);
        }
        names.keySet().stream().filter(code -> Stream.of(Language.values()).noneMatch(one -> one.code().equals(code))).findFirst().ifPresent(code -> {
            throw new Invalid(at + "names." + code, "web.invalid.unknown");
        });
    }

    // the log's subjects are ids; a word has its own, the same each time
    private static UUID subject(String id) {
        return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
}
