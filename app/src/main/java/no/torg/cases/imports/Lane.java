package no.torg.cases.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Cases of another system lie in lanes by their numbers there, the same for everyone: who works on one lane works beside those who work on the others. */
public final class Lane {

    /** How many there are; as many transactions as two processors are kept busy by. */
    public static final int LANES = 2;

    private Lane() {
    }

    /** The lane in which the case lies. */
    public static int of(String number) {
        try {
            return (MessageDigest.getInstance("MD5").digest(number.getBytes(StandardCharsets.UTF_8))[0] & 0xFF) % LANES;
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Whether the case lies in the lane. */
    public static Condition has(Field<String> number, int lane) {
        return DSL.condition("get_byte(decode(md5({0}), 'hex'), 0) % {1} = {2}", number, DSL.inline(LANES), DSL.inline(lane));
    }
}
