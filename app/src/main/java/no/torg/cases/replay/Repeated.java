package no.torg.cases.replay;

import static no.torg.db.cases.Tables.CASE_FILE;

import java.util.Arrays;
import java.util.List;

import org.jooq.Field;

/** The columns of a case's row that repeat what its log says. */
enum Repeated {
    STATE(CASE_FILE.STATE), STATE_SINCE(CASE_FILE.STATE_SINCE), TEAM(CASE_FILE.TEAM_ID), HANDLER(CASE_FILE.HANDLER_ID), PRIORITY(CASE_FILE.PRIORITY),
    RESOLVED(CASE_FILE.RESOLVED_AT), CLOSED(CASE_FILE.CLOSED_AT), HAND_OVERS(CASE_FILE.HAND_OVERS), RETURNS(CASE_FILE.RETURNS),
    REOPENINGS(CASE_FILE.REOPENINGS), FIRST_REPLY(CASE_FILE.FIRST_REPLY_AT), LAST_MESSAGE(CASE_FILE.LAST_MESSAGE_AT), LAST_SEQ(CASE_FILE.LAST_MESSAGE_SEQ),
    PUBLIC_MESSAGE(CASE_FILE.PUBLIC_MESSAGE_AT), PUBLIC_SEQ(CASE_FILE.PUBLIC_MESSAGE_SEQ);

    private final Field<?> field;

    Repeated(Field<?> field) {
        this.field = field;
    }

    Field<?> field() {
        return field;
    }

    static List<Field<?>> fields() {
        return Arrays.stream(values()).<Field<?>>map(Repeated::field).toList();
    }
}
