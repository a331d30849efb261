package no.torg.cases.work;

import static no.torg.db.cases.Tables.CASE_ANSWERS;
import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_WAIT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.CaseAccess;
import no.torg.cases.RequesterCases;
import no.torg.cases.work.CaseSheet.Asker;
import no.torg.cases.work.CaseSheet.Clocks;
import no.torg.cases.work.CaseSheet.Other;
import no.torg.cases.work.CaseSheet.Part;
import no.torg.cases.work.CaseSheet.Wait;
import no.torg.conversations.MessageReads;
import no.torg.conversations.MessageReads.Draft;
import no.torg.conversations.MessageReads.File;
import no.torg.conversations.MessageReads.Message;
import no.torg.events.EventReads;
import no.torg.events.EventReads.Told;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.people.Organisation.Team;
import no.torg.people.PersonReads;
import no.torg.people.PersonReads.Belonging;
import no.torg.people.Persons.Named;
import no.torg.people.Workers;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import no.torg.web.NotFound;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** A case as its page or the API shows it, in one statement behind the access rule; internal things only to those who work with it. */
@Repository
class CaseSheets {

    /** How many changes are shown at once. */
    static final int CHANGES = 100;

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final EventReads.Names NAMES = new EventReads.Names(PersonReads::name, Set.of("handler", "team"),
            id -> DSL.coalesce(PersonReads.name(id), PersonReads.team(id)));
    private static final Field<Boolean> STAFF = DSL.field(DSL.name("staff"), Boolean.class);
    private static final Field<String> MAIL = PersonReads.mail(CASE_FILE.REQUESTER_ID).as("mail");
    private static final Field<String> PHONE = PersonReads.phone(CASE_FILE.REQUESTER_ID).as("phone");

    private final DSLContext db;
    private final WorkList list;
    private final Organisation organisation;

    CaseSheets(DSLContext db, WorkList list, Organisation organisation) {
        this.db = db;
        this.list = list;
        this.organisation = organisation;
    }

    /** The case that the actor may see, with what the part shows; messages and changes before those places, null for the newest. */
    CaseSheet read(Actor actor, Language language, String number, Part part, @Nullable Integer beforeSeq, EventReads.@Nullable Before before) {
        var c = CASE_FILE;
        var staff = CaseAccess.staff(actor, c);
        var pieces = new Pieces(actor, language, staff, part, beforeSeq == null ? Integer.MAX_VALUE : beforeSeq, before);
        return db.select(WorkList.fields(actor, language))
                .select(DSL.field(staff).as(STAFF), c.CHANNEL, c.PRIORITY_REASON, c.FIRST_REPLY_DUE_AT, c.RESOLUTION_DUE_AT, c.FIRST_REPLY_AT, MAIL, PHONE)
                .select(pieces.shown)
                .from(c).where(Tenant.owns(c.TENANT_ID), c.NUMBER.eq(number), CaseAccess.visible(actor, c))
                .fetchOptional().map(row -> pieces.sheet(row, list.named(List.of(row)))).orElseThrow(() -> new NotFound("case " + number));
    }

    /** The pieces of the statement; what the part does not show is not read. */
    private final class Pieces {

        private final Field<List<Wait>> waits = DSL.multiset(DSL.select(CASE_WAIT.WAIT_FOR, CASE_WAIT.REASON, DSL.nullif(CASE_WAIT.UNTIL, NEVER), CASE_WAIT.SINCE,
                        CASE_WAIT.ENDED_AT).from(CASE_WAIT).where(CASE_WAIT.TENANT_ID.eq(CASE_FILE.TENANT_ID), CASE_WAIT.CASE_ID.eq(CASE_FILE.ID))
                .orderBy(CASE_WAIT.NTH).limit(200)).convertFrom(rows -> rows.map(Records.mapping(Wait::new))).as("waits");
        private final List<SelectField<?>> shown = new ArrayList<>();
        private final Actor actor;
        private final Field<List<Belonging>> belongings;
        private final Field<List<Other>> others;
        private final Field<Integer> said;
        private final Field<Integer> readTo;
        private final Field<List<Message>> messages;
        private final Field<List<Draft>> drafts;
        private final Field<List<File>> files;
        private final Field<List<Told>> told;
        private final Field<String> answers;
        private final Field<Map<String, String>> named;
        private final Field<String> fields;
        private final Field<List<Named>> workers;
        private final List<Team> teams;

        Pieces(Actor actor, Language language, Condition staff, Part part, int beforeSeq, EventReads.@Nullable Before before) {
            this.actor = actor;
            var id = CASE_FILE.ID;
            var page = part != Part.ROW;
            var talk = part == Part.TALK;
            shown.add(waits);
            belongings = only(page, PersonReads.belongings(CASE_FILE.REQUESTER_ID, language), "belongings");
            others = only(page, others(actor, language), "others");
            said = only(true, MessageReads.count(id, staff), "messages_said");
            readTo = only(true, MessageReads.readTo(actor, id), "read_to");
            messages = only(talk, MessageReads.of(id, staff, beforeSeq), "messages");
            drafts = only(talk, MessageReads.drafts(actor, id), "drafts");
            files = only(page, MessageReads.files(id, staff), "files");
            told = only(talk || part == Part.HISTORY, EventReads.of(id, staff, before, CHANGES + 1, NAMES), "told");
            var given = DSL.field(DSL.select(CASE_ANSWERS.ANSWERS).from(CASE_ANSWERS).where(CASE_ANSWERS.TENANT_ID.eq(CASE_FILE.TENANT_ID), CASE_ANSWERS.CASE_ID.eq(id)));
            answers = only(part == Part.ANSWERS || part == Part.ROW, given.cast(String.class), "answers");
            named = only(part == Part.ANSWERS, PersonReads.named(given), "named");
            fields = only(part == Part.ANSWERS || part == Part.ROW, CASE_FILE.FIELDS.cast(String.class), "source_fields");
            workers = only(page, Workers.in(CASE_FILE.TEAM_ID), "workers");
            teams = page ? organisation.teams() : List.of();
        }

        CaseSheet sheet(Record row, Map<UUID, String> people) {
            var c = CASE_FILE;
            var clocks = new Clocks(row.get(c.FIRST_REPLY_DUE_AT), row.get(c.RESOLUTION_DUE_AT), row.get(c.FIRST_REPLY_AT));
            var asker = new Asker(row.get(MAIL), row.get(PHONE), some(get(row, belongings)), some(get(row, others)));
            var given = get(row, answers);
            return new CaseSheet(list.listed(actor, row, 0, people), row.get(STAFF), row.get(c.CHANNEL), row.get(c.PRIORITY_REASON), clocks, some(get(row, waits)), asker,
                    row.get(said), row.get(readTo), some(get(row, messages)), some(get(row, drafts)), some(get(row, files)), some(get(row, told)),
                    given == null ? "{}" : given, Objects.requireNonNullElse(get(row, fields), "{}"), Objects.requireNonNullElse(get(row, named), Map.of()), some(get(row, workers)), teams);
        }

        private static Field<List<Other>> others(Actor actor, Language language) {
            var o = CASE_FILE.as("other");
            var title = DSL.coalesce(DSL.jsonbGetAttributeAsText(o.TITLE, language.code()), DSL.jsonbGetAttributeAsText(o.TITLE, "nb"));
            return DSL.multiset(DSL.select(o.NUMBER, title, DSL.field(o.RESOLVED_AT.isNull())).from(o)
                    .where(Tenant.owns(o.TENANT_ID), o.REQUESTER_ID.eq(CASE_FILE.REQUESTER_ID), o.ID.ne(CASE_FILE.ID), CaseAccess.visible(actor, o))
                    .orderBy(o.UPDATED_AT.desc(), o.ID.desc()).limit(8)).convertFrom(rows -> rows.map(Records.mapping(Other::new)));
        }

        private <T> Field<T> only(boolean wanted, Field<T> piece, String name) {
            var named = piece.as(name);
            if (wanted) {
                shown.add(named);
            }
            return named;
        }

        private static <T> @Nullable T get(Record row, Field<T> piece) {
            return row.indexOf(piece) < 0 ? null : row.get(piece);
        }

        private static <T> List<T> some(@Nullable List<T> rows) {
            return rows == null ? List.of() : rows;
        }
    }
}
