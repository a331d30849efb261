package no.torg.people;

import static no.torg.db.people.Tables.SIGN_IN_ATTEMPT;

import java.time.Duration;
import java.time.Instant;
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

    /** Counts an attempt as a failure before it is looked at, so that guesses sent at once are as few as those sent one by one. One too many is refused, uncounted. */
    void begin(String mail, String address) {
        db.transaction(transaction -> {
            if (!counted(transaction.dsl(), mailKey(mail), MAIL_FAILURES) || !counted(transaction.dsl(), addressKey(address), ADDRESS_FAILURES)) {
                throw new Refused("people.sign-in.too-many", WINDOW.toMinutes());
            }
        });
    }

    /** It was no failure: what was counted is taken back, and earlier failures on the mail are forgotten. */
    void succeeded(String mail, String address) {
        db.deleteFrom(SIGN_IN_ATTEMPT).where(Tenant.owns(SIGN_IN_ATTEMPT.TENANT_ID), SIGN_IN_ATTEMPT.KEY_HASH.eq(mailKey(mail))).execute();
        db.update(SIGN_IN_ATTEMPT).set(SIGN_IN_ATTEMPT.FAILURES, SIGN_IN_ATTEMPT.FAILURES.minus(1))
                .where(Tenant.owns(SIGN_IN_ATTEMPT.TENANT_ID), SIGN_IN_ATTEMPT.KEY_HASH.eq(addressKey(address)), SIGN_IN_ATTEMPT.FAILURES.gt(0)).execute();
    }

    private static boolean counted(DSLContext db, byte[] key, int most) {
        var now = Instant.now();
        var stale = SIGN_IN_ATTEMPT.SINCE.lt(now.minus(WINDOW));
        return db.insertInto(SIGN_IN_ATTEMPT).set(SIGN_IN_ATTEMPT.TENANT_ID, Tenant.current().id()).set(SIGN_IN_ATTEMPT.KEY_HASH, key)
                .onConflict(SIGN_IN_ATTEMPT.TENANT_ID, SIGN_IN_ATTEMPT.KEY_HASH).doUpdate()
                .set(SIGN_IN_ATTEMPT.FAILURES, DSL.when(stale, DSL.inline(1)).otherwise(SIGN_IN_ATTEMPT.FAILURES.plus(1)))
                .set(SIGN_IN_ATTEMPT.SINCE, DSL.when(stale, DSL.val(now)).otherwise(SIGN_IN_ATTEMPT.SINCE))
                .where(stale.or(SIGN_IN_ATTEMPT.FAILURES.lt(most))).execute() == 1;
    }

    private static byte[] mailKey(String mail) {
        return Secrets.hash("mail " + mail.strip().toLowerCase(Locale.ROOT));
    }

    private static byte[] addressKey(String address) {
        return Secrets.hash("address " + address);
    }
}
