package no.torg.people;

import static no.torg.db.people.Tables.SIGN_IN_ATTEMPT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import no.torg.tenancy.Tenant;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Slows guessing: five failures on a mail, or fifty from an address, and both must wait until a quarter of an hour has passed. */
@Component
class Throttle {

    private static final int MAIL_FAILURES = 5;
    private static final int ADDRESS_FAILURES = 50;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final DSLContext db;

    Throttle(DSLContext db) {
        this.db = db;
    }

    void refuseIfTooMany(String mail, String address) {
        var since = Instant.now().minus(WINDOW);
        var refused = db.selectOne().from(SIGN_IN_ATTEMPT).where(Tenant.owns(SIGN_IN_ATTEMPT.TENANT_ID), SIGN_IN_ATTEMPT.SINCE.gt(since))
                .and(SIGN_IN_ATTEMPT.KEY_HASH.eq(mailKey(mail)).and(SIGN_IN_ATTEMPT.FAILURES.ge(MAIL_FAILURES))
                        .or(SIGN_IN_ATTEMPT.KEY_HASH.eq(addressKey(address)).and(SIGN_IN_ATTEMPT.FAILURES.ge(ADDRESS_FAILURES))))
                .limit(1).fetchOptional().isPresent();
        if (refused) {
            throw new Refused("people.sign-in.too-many", WINDOW.toMinutes());
        }
    }

    void failed(String mail, String address) {
        var now = Instant.now();
        var stale = SIGN_IN_ATTEMPT.SINCE.lt(now.minus(WINDOW));
        for (var key : List.of(mailKey(mail), addressKey(address))) {
            db.insertInto(SIGN_IN_ATTEMPT).set(SIGN_IN_ATTEMPT.TENANT_ID, Tenant.current().id()).set(SIGN_IN_ATTEMPT.KEY_HASH, key)
                    .onConflict(SIGN_IN_ATTEMPT.TENANT_ID, SIGN_IN_ATTEMPT.KEY_HASH).doUpdate()
                    .set(SIGN_IN_ATTEMPT.FAILURES, DSL.when(stale, DSL.inline(1)).otherwise(SIGN_IN_ATTEMPT.FAILURES.plus(1)))
                    .set(SIGN_IN_ATTEMPT.SINCE, DSL.when(stale, DSL.val(now)).otherwise(SIGN_IN_ATTEMPT.SINCE))
                    .execute();
        }
    }

    void succeeded(String mail) {
        db.deleteFrom(SIGN_IN_ATTEMPT).where(Tenant.owns(SIGN_IN_ATTEMPT.TENANT_ID), SIGN_IN_ATTEMPT.KEY_HASH.eq(mailKey(mail))).execute();
    }

    private static byte[] mailKey(String mail) {
        return Secrets.hash("mail " + mail.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] addressKey(String address) {
        return Secrets.hash("address " + address);
    }
}
