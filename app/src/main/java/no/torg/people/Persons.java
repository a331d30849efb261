package no.torg.people;

import static no.torg.db.people.Tables.AFFILIATION;
import static no.torg.db.people.Tables.ONE_TIME_LINK;
import static no.torg.db.people.Tables.PASSWORD;
import static no.torg.db.people.Tables.PERSON;
import static no.torg.db.people.Tables.PERSON_IDENTITY;
import static no.torg.db.people.Tables.UNIT;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.tenancy.Tenant;
import no.torg.web.Fields;
import no.torg.web.Invalid;
import no.torg.web.Language;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tenant's persons and their local accounts. */
@Component
public class Persons {

    /** How long a link to choose a password lives. */
    public static final Duration LINK_LIVES = Duration.ofDays(3);

    static final String LOCAL = "local";
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
    static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final int NAME = 200;
    private static final int PHONE = 40;

    private final DSLContext db;
    private final ObjectProvider<Roles> roles;
    private final PeopleLog log;
    private final KnownNames names;

    Persons(DSLContext db, ObjectProvider<Roles> roles, PeopleLog log, KnownNames names) {
        this.db = db;
        this.roles = roles;
        this.log = log;
        this.names = names;
    }

    /** A person as others may see them in a picker. */
    public record Named(UUID id, String name, @Nullable String mail) {
    }

    /**
     * What may be changed of a person; what is null stays.
     *
     * @param phone empty for none
     * @param end   when they stop being active, which ends their sessions and tokens too; empty for never
     */
    public record Change(@Nullable String name, @Nullable String phone, @Nullable String language, @Nullable Optional<Instant> end) {
    }

    /** Adds a person; the mail must be nobody else's in the tenant. Administrators only, and system actors. */
    @Transactional
    public UUID add(Actor actor, String name, @Nullable String mail, @Nullable String phone, Language language) {
        Administration.require(actor);
        var said = Fields.text("name", name, NAME);
        var reached = mail(mail);
        var id = UuidCreator.getTimeOrderedEpoch();
        var added = db.insertInto(PERSON).set(PERSON.TENANT_ID, Tenant.current().id()).set(PERSON.ID, id).set(PERSON.NAME, said)
                .set(PERSON.MAIL, reached).set(PERSON.PHONE, Fields.optional("phone", phone, PHONE).orElse(null))
                .set(PERSON.LANGUAGE, language.code()).onConflictDoNothing().execute();
        if (added == 0) {
            throw new Refused("people.mail.taken", String.valueOf(reached)).about("mail");
        }
        log.add(actor, "person", id, "people.person-added", Map.of());
        return id;
    }

    /** Changes a person. The tenant's last administrator is not ended. */
    @Transactional
    public void change(Actor actor, UUID id, Change change) {
        Administration.require(actor);
        var row = db.selectFrom(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(id)).forUpdate().fetchOptional().orElseThrow(() -> new NotFound("person"));
        if (change.name() != null) {
            row.setName(Fields.text("name", change.name(), NAME));
        }
        if (change.phone() != null) {
            row.setPhone(Fields.optional("phone", change.phone(), PHONE).orElse(null));
        }
        if (change.language() != null) {
            row.setLanguage(Fields.language("language", change.language()).code());
        }
        if (change.end() != null) {
            row.setActiveTo(end(change.end()));
            if (row.getActiveTo().isBefore(FOREVER)) {
                roles.getObject().requireAnotherAdministrator(id);
            }
        }
        var fields = row.fieldStream().filter(row::modified).map(Field::getName).toList();
        if (!fields.isEmpty()) {
            names.forget(id);
            db.update(PERSON).set(row).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(id)).execute();
            log.add(actor, "person", id, "people.person-changed", Map.of("fields", fields));
        }
    }

    /** Whether the tenant has any person yet. */
    public boolean anybody() {
        return db.fetchExists(PERSON, Tenant.owns(PERSON.TENANT_ID));
    }

    /** The person with this mail, whatever the case of its letters. */
    public Optional<UUID> byMail(String mail) {
        return db.select(PERSON.ID).from(PERSON)
                .where(Tenant.owns(PERSON.TENANT_ID), DSL.lower(PERSON.MAIL).eq(mail.toLowerCase(Locale.ROOT))).fetchOptional(PERSON.ID);
    }

    /** At most ten active persons whose name or mail begins with these letters, of an affiliation when one is given. */
    public List<Named> find(Actor actor, String begins, @Nullable String affiliation) {
        var like = begins.strip().replaceAll("[%_\\\\]", "\\\\$0");
        var belongs = affiliation == null ? DSL.noCondition()
                : DSL.exists(db.selectOne().from(AFFILIATION).where(Tenant.owns(AFFILIATION.TENANT_ID), AFFILIATION.PERSON_ID.eq(PERSON.ID),
                        AFFILIATION.KIND.eq(affiliation), AFFILIATION.ACTIVE_TO.gt(Instant.now())));
        return db.select(PERSON.ID, PERSON.NAME, PERSON.MAIL).from(PERSON)
                .where(Tenant.owns(PERSON.TENANT_ID), PERSON.ACTIVE_TO.gt(Instant.now()), belongs)
                .and(PERSON.NAME.likeIgnoreCase(like + "%").or(PERSON.NAME.likeIgnoreCase("% " + like + "%")).or(PERSON.MAIL.likeIgnoreCase(like + "%")))
                .orderBy(PERSON.NAME, PERSON.ID).limit(10).fetch(row -> new Named(row.value1(), row.value2(), row.value3()));
    }

    /**
     * Whom somebody means by an id, a mail or a name, at most 20: one if the id, the mail or the whole name says so, else those it may be. Active
     * persons only, of one of the affiliations if any are named.
     */
    public List<Named> meant(Actor actor, String given, Set<String> affiliations) {
        var text = given.strip();
        var belongs = affiliations.isEmpty() ? DSL.noCondition()
                : DSL.exists(db.selectOne().from(AFFILIATION).where(Tenant.owns(AFFILIATION.TENANT_ID), AFFILIATION.PERSON_ID.eq(PERSON.ID),
                        AFFILIATION.KIND.in(affiliations), AFFILIATION.ACTIVE_TO.gt(Instant.now())));
        var id = id(text).orElse(null);
        var exact = id != null ? PERSON.ID.eq(id) : DSL.lower(PERSON.MAIL).eq(text.toLowerCase(Locale.ROOT)).or(PERSON.NAME.equalIgnoreCase(text));
        var like = id != null || text.length() < 2 ? DSL.falseCondition() : PERSON.NAME.likeIgnoreCase("%" + escaped(text) + "%", '\\');
        var found = db.select(PERSON.ID, PERSON.NAME, PERSON.MAIL, DSL.field(exact).as("exact")).from(PERSON)
                .where(Tenant.owns(PERSON.TENANT_ID), PERSON.ACTIVE_TO.gt(Instant.now()), belongs, exact.or(like))
                .orderBy(DSL.field(exact).desc(), PERSON.NAME, PERSON.ID).limit(20).fetch();
        var certain = found.stream().filter(row -> row.get("exact", Boolean.class)).toList();
        return (certain.isEmpty() ? found.stream() : certain.stream()).map(row -> new Named(row.value1(), row.value2(), row.value3())).toList();
    }

    /** Which units somebody means by an id or a name, at most 20: one if the id or the whole name says so. */
    public List<Named> unitsMeant(Actor actor, String given) {
        var text = given.strip();
        var id = id(text).orElse(null);
        var exact = id != null ? UNIT.ID.eq(id) : UNIT.NAME.equalIgnoreCase(text);
        var like = id != null || text.length() < 2 ? DSL.falseCondition() : UNIT.NAME.likeIgnoreCase("%" + escaped(text) + "%", '\\');
        var found = db.select(UNIT.ID, UNIT.NAME, DSL.field(exact).as("exact")).from(UNIT)
                .where(Tenant.owns(UNIT.TENANT_ID), UNIT.ACTIVE_TO.gt(Instant.now()), exact.or(like))
                .orderBy(DSL.field(exact).desc(), UNIT.NAME, UNIT.ID).limit(20).fetch();
        var certain = found.stream().filter(row -> row.get("exact", Boolean.class)).toList();
        return (certain.isEmpty() ? found.stream() : certain.stream()).map(row -> new Named(row.value1(), row.value2(), null)).toList();
    }

    private static String escaped(String text) {
        return text.replaceAll("[%_\\\\]", "\\\\$0");
    }

    /** The names of the persons and units among the ids, by id as text; no statement where there are none. */
    public Map<String, String> names(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return db.select(PERSON.ID, PERSON.NAME).from(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.in(ids))
                .unionAll(DSL.select(UNIT.ID, UNIT.NAME).from(UNIT).where(Tenant.owns(UNIT.TENANT_ID), UNIT.ID.in(ids)))
                .fetchMap(row -> row.value1().toString(), row -> row.value2());
    }

    /** The id that a text is, if it is one. */
    public static Optional<UUID> id(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    /** Makes a one-time link to choose a password and gives its token; earlier unused links of the person end. */
    @Transactional
    public String invite(Actor actor, String mail) {
        Administration.require(actor);
        return invite(actor, byMail(mail).orElseThrow(() -> new Refused("people.mail.unknown", mail)));
    }

    /** Makes a one-time link for an active person who has a mail, by which they then sign in. */
    @Transactional
    public String invite(Actor actor, UUID person) {
        roles.getObject().requireMayInvite(actor, person);
        var row = db.selectFrom(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(person)).fetchOptional().orElseThrow(() -> new NotFound("person"));
        var now = Instant.now();
        if (row.getMail() == null) {
            throw new Refused("people.invitation.no-mail");
        }
        if (!row.getActiveTo().isAfter(now)) {
            throw new Refused("people.invitation.ended");
        }
        db.update(ONE_TIME_LINK).set(ONE_TIME_LINK.EXPIRES_AT, now).where(Tenant.owns(ONE_TIME_LINK.TENANT_ID), ONE_TIME_LINK.PERSON_ID.eq(person), ONE_TIME_LINK.USED_AT.isNull()).execute();
        var token = Secrets.token();
        db.insertInto(ONE_TIME_LINK).set(ONE_TIME_LINK.TENANT_ID, Tenant.current().id()).set(ONE_TIME_LINK.TOKEN_HASH, Secrets.hash(token))
                .set(ONE_TIME_LINK.PERSON_ID, person).set(ONE_TIME_LINK.EXPIRES_AT, now.plus(LINK_LIVES)).execute();
        log.add(actor, "person", person, "people.person-invited", Map.of());
        return token;
    }

    /** Gives the person a local account with this password hash; for the demo world and the one-time link. */
    @Transactional
    void keepPassword(UUID person, String mail, String hash) {
        var tenant = Tenant.current().id();
        db.insertInto(PERSON_IDENTITY).set(PERSON_IDENTITY.TENANT_ID, tenant).set(PERSON_IDENTITY.ISSUER, LOCAL)
                .set(PERSON_IDENTITY.SUBJECT, mail.toLowerCase(Locale.ROOT)).set(PERSON_IDENTITY.PERSON_ID, person).onConflictDoNothing().execute();
        db.insertInto(PASSWORD).set(PASSWORD.TENANT_ID, tenant).set(PASSWORD.PERSON_ID, person).set(PASSWORD.HASH, hash)
                .onConflict(PASSWORD.TENANT_ID, PASSWORD.PERSON_ID).doUpdate().set(PASSWORD.HASH, hash).set(PASSWORD.CHANGED_AT, Instant.now()).execute();
    }

    /** An address as it can be sent to, null for none. */
    static @Nullable String mail(@Nullable String given) {
        var mail = Fields.optional("mail", given, 254).orElse(null);
        if (mail != null && !MAIL.matcher(mail).matches()) {
            throw new Invalid("mail", "people.mail.malformed", mail);
        }
        return mail;
    }

    private static Instant end(Optional<Instant> wanted) {
        var end = wanted.orElse(FOREVER);
        if (end.isBefore(Instant.EPOCH) || end.isAfter(FOREVER)) {
            throw new Invalid("end", "web.invalid.type");
        }
        return end;
    }
}
