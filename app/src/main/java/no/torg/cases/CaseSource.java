package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_ALIAS;
import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_PARTY;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import no.torg.conversations.MessageReads;
import no.torg.conversations.MessageReads.Said;
import no.torg.people.PersonReads;
import no.torg.search.Entry;
import no.torg.search.Source;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lets cases be found: one entry a message, with the terms of those who may see it by the rule of {@link CaseAccess}. */
@Component
class CaseSource implements Source {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private final DSLContext db;
    private final JsonMapper json;

    CaseSource(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    @Override
    public String kind() {
        return CaseFile.KIND;
    }

    @Override
    public List<Entry> entries(Set<UUID> subjects) {
        var c = CASE_FILE;
        var said = MessageReads.said(c.ID).as("said");
        var parties = DSL.multiset(DSL.select(CASE_PARTY.PERSON_ID).from(CASE_PARTY).where(Tenant.owns(CASE_PARTY.TENANT_ID), CASE_PARTY.CASE_ID.eq(c.ID)))
                .convertFrom(rows -> rows.getValues(CASE_PARTY.PERSON_ID)).as("parties");
        var requester = PersonReads.name(c.REQUESTER_ID).as("requester");
        var aliases = DSL.multiset(DSL.select(CASE_ALIAS.VALUE).from(CASE_ALIAS).where(Tenant.owns(CASE_ALIAS.TENANT_ID), CASE_ALIAS.CASE_ID.eq(c.ID)))
                .convertFrom(rows -> rows.getValues(CASE_ALIAS.VALUE)).as("aliases");
        return db.select(c.ID, c.NUMBER, c.TITLE, c.FIELDS, c.OPENED_AT, c.REQUESTER_ID, c.TEAM_ID, c.SERVICE_ID, requester, said, parties, aliases).from(c)
                .where(Tenant.owns(c.TENANT_ID), c.ID.eq(DSL.any(subjects.toArray(UUID[]::new)))).fetch().stream()
                .flatMap(row -> entries(row, row.get(said), row.get(parties), row.get(aliases), row.get(requester))).toList();
    }

    @Override
    public List<UUID> subjects(@Nullable UUID after, int most) {
        return db.select(CASE_FILE.ID).from(CASE_FILE).where(Tenant.owns(CASE_FILE.TENANT_ID), after == null ? DSL.noCondition() : CASE_FILE.ID.gt(after))
                .orderBy(CASE_FILE.ID).limit(most).fetch(CASE_FILE.ID);
    }

    /** A case in which nothing has been said yet, as one that was imported, is found by what is known of it. */
    private List<Said> messages(Record row, List<Said> said) {
        var c = CASE_FILE;
        return said.isEmpty() ? List.of(new Said(row.get(c.ID), true, String.join(" · ", json.readValue(row.get(c.FIELDS).data(), TEXTS).values()), row.get(c.OPENED_AT))) : said;
    }

    private Stream<Entry> entries(Record row, List<Said> said, List<UUID> parties, List<String> aliases, String requester) {
        var c = CASE_FILE;
        var own = new HashSet<String>();
        own.add(CaseTerms.person(row.get(c.REQUESTER_ID)));
        parties.forEach(party -> own.add(CaseTerms.person(party)));
        var staff = Set.of(CaseTerms.team(row.get(c.TEAM_ID)), CaseTerms.service(row.get(c.SERVICE_ID)));
        var all = new HashSet<>(own);
        all.addAll(staff);
        var titles = String.join(" · ", new LinkedHashSet<>(json.readValue(row.get(c.TITLE).data(), TEXTS).values()));
        var words = new HashSet<>(aliases);
        words.addAll(Set.of(row.get(c.NUMBER), requester));
        return messages(row, said).stream().map(message -> new Entry(CaseFile.KIND, row.get(c.ID), message.id(), message.internal(), message.internal() ? staff : all,
                message.internal() ? own : Set.of(), row.get(c.TEAM_ID), titles, message.body(), words, null, message.at(), 0));
    }
}
