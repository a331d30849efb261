package no.torg.people;

import static no.torg.db.people.Tables.API_TOKEN;
import static no.torg.db.people.Tables.ONE_TIME_LINK;
import static no.torg.db.people.Tables.PASSWORD;
import static no.torg.db.people.Tables.PERSON;
import static no.torg.db.people.Tables.PERSON_IDENTITY;
import static no.torg.db.people.Tables.SESSION;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import no.torg.tenancy.Tenant;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.springframework.stereotype.Component;

/** The door that ends in a session: local accounts now, other providers beside them. Says never whether an account exists. */
@Component
class SignIn {

    static final Duration SESSION_LIVES = Duration.ofHours(12);
    static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;

    private final DSLContext db;
    private final Persons persons;
    private final Throttle throttle;
    private final PasswordHashes hashes;
    private final String nobodys;

    SignIn(DSLContext db, Persons persons, Throttle throttle, PasswordHashes hashes) {
        this.db = db;
        this.persons = persons;
        this.throttle = throttle;
        this.hashes = hashes;
        this.nobodys = hashes.of(Secrets.token());
    }

    /** A new session's token, or empty: wrong mail or password, the same work done either way. Throttled by mail and by address. */
    Optional<String> byPassword(String mail, String password, String address) {
        throttle.begin(mail, address);
        var known = account(mail);
        var hash = known.map(Record2::value2).orElse(nobodys);
        var right = hashes.match(password.substring(0, Math.min(password.length(), LONGEST_PASSWORD)), hash) && known.isPresent();
        if (!right) {
            return Optional.empty();
        }
        throttle.succeeded(mail, address);
        return known.map(account -> open(account.value1()));
    }

    /** Whose link this is, as long as it can be used. */
    Optional<String> mailOfLink(String token) {
        return db.select(PERSON.MAIL).from(ONE_TIME_LINK)
                .join(PERSON).on(PERSON.TENANT_ID.eq(ONE_TIME_LINK.TENANT_ID), PERSON.ID.eq(ONE_TIME_LINK.PERSON_ID))
                .where(Tenant.owns(ONE_TIME_LINK.TENANT_ID), ONE_TIME_LINK.TOKEN_HASH.eq(Secrets.hash(token)), ONE_TIME_LINK.USED_AT.isNull(),
                        ONE_TIME_LINK.EXPIRES_AT.gt(Instant.now()), PERSON.ACTIVE_TO.gt(Instant.now()))
                .fetchOptional(PERSON.MAIL);
    }

    /** Uses the link: the password is kept, every session and token of the person ends, a new session begins. */
    String choosePassword(String token, String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new Refused("people.password.length", SHORTEST_PASSWORD, LONGEST_PASSWORD);
        }
        var hash = encoded(password);
        return db.transactionResult(transaction -> {
            var person = transaction.dsl().update(ONE_TIME_LINK).set(ONE_TIME_LINK.USED_AT, Instant.now())
                    .where(Tenant.owns(ONE_TIME_LINK.TENANT_ID), ONE_TIME_LINK.TOKEN_HASH.eq(Secrets.hash(token)), ONE_TIME_LINK.USED_AT.isNull(),
                            ONE_TIME_LINK.EXPIRES_AT.gt(Instant.now()))
                    .returning(ONE_TIME_LINK.PERSON_ID).fetchOptional(ONE_TIME_LINK.PERSON_ID).orElseThrow(() -> new Refused("people.link.spent"));
            var mail = transaction.dsl().select(PERSON.MAIL).from(PERSON).where(Tenant.owns(PERSON.TENANT_ID), PERSON.ID.eq(person)).fetchSingle().value1();
            persons.keepPassword(person, mail, hash);
            transaction.dsl().deleteFrom(SESSION).where(Tenant.owns(SESSION.TENANT_ID), SESSION.PERSON_ID.eq(person)).execute();
            transaction.dsl().deleteFrom(API_TOKEN).where(Tenant.owns(API_TOKEN.TENANT_ID), API_TOKEN.PERSON_ID.eq(person)).execute();
            return open(person);
        });
    }

    String encoded(String password) {
        return hashes.of(password);
    }

    /** Begins a session for somebody a provider has vouched for; gives the token for the cookie. */
    String open(UUID person) {
        var token = Secrets.token();
        db.insertInto(SESSION).set(SESSION.TENANT_ID, Tenant.current().id()).set(SESSION.TOKEN_HASH, Secrets.hash(token)).set(SESSION.PERSON_ID, person)
                .set(SESSION.EXPIRES_AT, Instant.now().plus(SESSION_LIVES)).execute();
        return token;
    }

    /** Ends the session; a token that is no session's does nothing. */
    void close(String token) {
        db.deleteFrom(SESSION).where(Tenant.owns(SESSION.TENANT_ID), SESSION.TOKEN_HASH.eq(Secrets.hash(token))).execute();
    }

    private Optional<Record2<UUID, String>> account(String mail) {
        return db.select(PERSON.ID, PASSWORD.HASH).from(PERSON_IDENTITY)
                .join(PERSON).on(PERSON.TENANT_ID.eq(PERSON_IDENTITY.TENANT_ID), PERSON.ID.eq(PERSON_IDENTITY.PERSON_ID))
                .join(PASSWORD).on(PASSWORD.TENANT_ID.eq(PERSON.TENANT_ID), PASSWORD.PERSON_ID.eq(PERSON.ID))
                .where(Tenant.owns(PERSON_IDENTITY.TENANT_ID), PERSON_IDENTITY.ISSUER.eq(Persons.LOCAL),
                        PERSON_IDENTITY.SUBJECT.eq(mail.strip().toLowerCase(Locale.ROOT)), PERSON.ACTIVE_TO.gt(Instant.now()))
                .fetchOptional();
    }
}
