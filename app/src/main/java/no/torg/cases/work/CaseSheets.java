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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import no.torg.db.cases.tables.CaseFile;
import no.torg.events.EventReads;
import no.torg.events.EventReads.Told;
import no.torg.people.Actor;
import no.torg.people.KnownNames;
import no.torg.people.Organisation;
import no.torg.people.PersonReads;
import no.torg.people.PersonReads.Belonging;
import no.torg.people.Workers;
import no.torg.tenancy.Piece;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import no.torg.web.NotFound;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** A case as its page or the API shows it, in one statement behind the access rule; internal things only to those who work with it. */
@Repository
class CaseSheets {

    /** How many changes are shown at once. */
    static final int CHANGES = 100;

    private static final int OTHERS = 8;
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final Field<Boolean> STAFF = DSL.field(DSL.name("staff"), Boolean.class);
    private static final Field<String> MAIL = PersonReads.mail(CASE_FILE.REQUESTER_ID).as("mail");
    private static final Field<String> PHONE = PersonReads.phone(CASE_FILE.REQUESTER_ID).as("phone");

    private static final Field<List<Wait>> WAITS = Piece.of(() -> DSL.multiset(DSL.select(CASE_WAIT.WAIT_FOR, CASE_WAIT.REASON, DSL.nullif(CASE_WAIT.UNTIL, DSL.inline(NEVER)), CASE_WAIT.SINCE,
            CASE_WAIT.ENDED_AT).from(CASE_WAIT).where(CASE_WAIT.TENANT_ID.eq(CASE_FILE.TENANT_ID), CASE_WAIT.CASE_ID.eq(CASE_FILE.ID))
            .orderBy(CASE_WAIT.NTH).limit(DSL.inline(200))).convertFrom(rows -> rows.map(Records.mapping(Wait::new)))).with().as("waits");
    private static final CaseFile OTHER = CASE_FILE.as("other");
    private static final Piece<List<Other>> ELSE_ASKED = Piece.of(() -> others(Piece.hole(0, SQLDataType.VARCHAR), Piece.hole(1)));
    private static final Piece<JSONB> GIVEN = Piece.of(() -> DSL.field(DSL.select(CASE_ANSWERS.ANSWERS).from(CASE_ANSWERS)
            .where(CASE_ANSWERS.TENANT_ID.eq(CASE_FILE.TENANT_ID), CASE_ANSWERS.CASE_ID.eq(CASE_FILE.ID))));

    private final DSLContext db;
    private final WorkList list;
    private final Organisation organisation;
    private final Workers workers;
    private final KnownNames names;

    CaseSheets(DSLContext db, WorkList list, Organisation organisation, Workers workers, KnownNames names) {
        this.db = db;
        this.list = list;
        this.organisation = organisation;
        this.workers = workers;
        this.names = names;
    }

    /** The case that the actor may see, with what the part shows; messages and changes before those places, null for the newest. */
    CaseSheet read(Actor actor, Language language, String number, Part part, @Nullable Integer beforeSeq, EventReads.@Nullable Before before) {
        return find(actor, language, number, part, beforeSeq, before).sheet();
    }

    /** The same as it was read, before anybody in it is named. */
    Found find(Actor actor, Language language, String number, Part part, @Nullable Integer beforeSeq, EventReads.@Nullable Before before) {
        var c = CASE_FILE;
        var pieces = new Pieces(actor, language, part, beforeSeq, before);
        var row = db.select(WorkList.columns(actor, language)).select(pieces.shown)
                .from(c).where(Tenant.owns(c.TENANT_ID), c.NUMBER.eq(number), CaseAccess.visible(actor, c))
                .coerce(Stream.concat(WorkList.FIELDS.stream(), pieces.shown.stream()).toList()).fetchOptional().orElseThrow(() -> new NotFound("case " + number));
        return new Found(pieces, row);
    }

    /** A case as it was read. */
    static final class Found {

        private final Pieces pieces;
        private final Record row;

        private Found(Pieces pieces, Record row) {
            this.pieces = pieces;
            this.row = row;
        }

        /** Whether it is the actor's own. */
        boolean own() {
            return row.get(WorkList.OWN);
        }

        /** Whether the actor works with it. */
        boolean staff() {
            return row.get(STAFF);
        }

        /** All who are in it. */
        Set<UUID> people() {
            return pieces.people(row);
        }

        /** The case; names that are not known yet are read for it. */
        CaseSheet sheet() {
            return pieces.sheet(row);
        }
    }

    private static Field<List<Other>> others(Field<String> language, Condition visible) {
        var found = DSL.select(OTHER.TENANT_ID, OTHER.ID, OTHER.UPDATED_AT).from(OTHER)
                .where(Tenant.owns(OTHER.TENANT_ID), OTHER.REQUESTER_ID.eq(CASE_FILE.REQUESTER_ID), OTHER.ID.ne(CASE_FILE.ID), visible)
                .orderBy(OTHER.UPDATED_AT.desc(), OTHER.ID.desc()).limit(DSL.inline(OTHERS)).asTable("found");
        var f = CASE_FILE.as("found_file");
        var title = DSL.coalesce(DSL.jsonbGetAttributeAsText(f.TITLE, language), DSL.jsonbGetAttributeAsText(f.TITLE, DSL.inline("nb")));
        return DSL.multiset(DSL.select(f.NUMBER, title, DSL.field(f.RESOLVED_AT.isNull())).from(found)
                .join(f).on(f.TENANT_ID.eq(found.field(OTHER.TENANT_ID)), f.ID.eq(found.field(OTHER.ID)))
                .orderBy(found.field(OTHER.UPDATED_AT).desc(), found.field(OTHER.ID).desc())).convertFrom(rows -> rows.map(Records.mapping(Other::new)));
    }

    /** The pieces of the statement; what the part does not show is not read. */
    private final class Pieces {

        private final List<Field<?>> shown = new ArrayList<>();
        private final Actor actor;
        private final Part part;
        private final boolean newest;
        private final Field<List<Belonging>> belongings;
        private final Field<List<Other>> others;
        private final Field<Integer> said;
        private final Field<List<Message>> messages;
        private final Field<List<Draft>> drafts;
        private final Field<List<File>> files;
        private final Field<List<Told>> told;
        private final Field<String> answers;
        private final Field<Map<String, String>> named;
        private final Field<String> fields;

        Pieces(Actor actor, Language language, Part part, @Nullable Integer beforeSeq, EventReads.@Nullable Before before) {
            this.actor = actor;
            this.part = part;
            var c = CASE_FILE;
            var staff = CaseAccess.staff(actor, c);
            var page = part != Part.ROW;
            var talk = part == Part.TALK;
            // then the messages themselves say how many they are and what hangs on them
            newest = talk && beforeSeq == null;
            shown.addAll(List.of(DSL.field(staff).as(STAFF), c.CHANNEL, c.PRIORITY_REASON, c.FIRST_REPLY_DUE_AT, c.RESOLUTION_DUE_AT, c.FIRST_REPLY_AT, MAIL, PHONE, WAITS,
                    MessageReads.readTo(actor, c.ID).as(WorkList.READ_TO)));
            belongings = only(page, PersonReads.belongings(c.REQUESTER_ID, language), "belongings");
            others = only(page, ELSE_ASKED.with(DSL.val(language.code()), CaseAccess.visible(actor, OTHER)), "others");
            // of the newest they are asked for where there are more than are shown
            var all = newest ? c.LAST_MESSAGE_SEQ.ge(DSL.inline(MessageReads.AT_MOST)) : DSL.trueCondition();
            said = only(true, DSL.when(all, MessageReads.count(c.ID, staff)), "messages_said");
            messages = only(talk, MessageReads.of(c.ID, staff, beforeSeq == null ? Integer.MAX_VALUE : beforeSeq), "messages");
            drafts = only(talk, MessageReads.drafts(actor, c.ID), "drafts");
            files = only(page, MessageReads.files(c.ID, staff, all), "files");
            told = only(talk || part == Part.HISTORY, EventReads.of(c.ID, staff, before, CHANGES + 1), "told");
            var given = GIVEN.with();
            answers = only(part == Part.ANSWERS || part == Part.ROW, given.cast(String.class), "answers");
            named = only(part == Part.ANSWERS, PersonReads.named(given), "named");
            fields = only(part == Part.ANSWERS || part == Part.ROW, c.FIELDS.cast(String.class), "source_fields");
        }

        Set<UUID> people(Record row) {
            return Stream.of(WorkList.people(row), some(get(row, messages)).stream().map(Message::authorId), some(get(row, told)).stream().flatMap(Pieces::people))
                    .flatMap(people -> people).filter(Objects::nonNull).collect(Collectors.toSet());
        }

        CaseSheet sheet(Record row) {
            var c = CASE_FILE;
            var page = part != Part.ROW;
            var known = names.of(people(row));
            var talk = some(get(row, messages)).stream().map(message -> message.named(known)).toList();
            var all = row.get(said) == null;
            var attached = all ? talk.reversed().stream().flatMap(message -> message.files().stream()).limit(MessageReads.AT_MOST).toList() : some(get(row, files));
            var clocks = new Clocks(row.get(c.FIRST_REPLY_DUE_AT), row.get(c.RESOLUTION_DUE_AT), row.get(c.FIRST_REPLY_AT));
            var asker = new Asker(row.get(MAIL), row.get(PHONE), some(get(row, belongings)), some(get(row, others)));
            var given = get(row, answers);
            return new CaseSheet(list.listed(actor, row, 0, known), row.get(STAFF), row.get(c.CHANNEL), row.get(c.PRIORITY_REASON), clocks, row.get(WAITS), asker,
                    all ? talk.size() : row.get(said), row.get(WorkList.READ_TO), talk, some(get(row, drafts)), attached, some(get(row, told)).stream().map(event -> named(event, known)).toList(),
                    given == null ? "{}" : given, Objects.requireNonNullElse(get(row, fields), "{}"), Objects.requireNonNullElse(get(row, named), Map.of()),
                    page ? workers.known(row.get(c.TEAM_ID)) : List.of(), page ? organisation.teams() : List.of());
        }

        /** The event with its actor named, and whom or what it changed from and to. */
        private Told named(Told event, Map<UUID, String> known) {
            return event.named(event.actorId() == null ? null : known.get(event.actorId()), named(event, event.from(), known), named(event, event.to(), known));
        }

        private @Nullable String named(Told event, @Nullable String id, Map<UUID, String> known) {
            if (id == null || event.noun() == null) {
                return null;
            }
            return switch (event.noun()) {
                case "handler" -> known.get(UUID.fromString(id));
                case "team" -> organisation.teamName(UUID.fromString(id)).isEmpty() ? null : organisation.teamName(UUID.fromString(id));
                default -> null;
            };
        }

        private static Stream<UUID> people(Told event) {
            var handlers = "handler".equals(event.noun()) ? Stream.of(event.from(), event.to()).filter(Objects::nonNull).map(UUID::fromString) : Stream.<UUID>empty();
            return Stream.concat(Stream.ofNullable(event.actorId()), handlers);
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
