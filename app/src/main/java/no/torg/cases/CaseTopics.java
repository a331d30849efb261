package no.torg.cases;

import static no.torg.db.cases.Tables.CASE_FILE;
import static no.torg.db.cases.Tables.CASE_PARTY;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import no.torg.events.Event;
import no.torg.live.Topics;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Whom changes to cases concern, by the rule of {@link CaseAccess}. */
@Repository
class CaseTopics implements Topics {

    private final DSLContext db;

    CaseTopics(DSLContext db) {
        this.db = db;
    }

    @Override
    public String kind() {
        return CaseFile.KIND;
    }

    @Override
    public Map<UUID, Concerned> concerned(Set<UUID> subjects) {
        var c = CASE_FILE;
        var parties = DSL.multiset(DSL.select(CASE_PARTY.PERSON_ID).from(CASE_PARTY).where(Tenant.owns(CASE_PARTY.TENANT_ID), CASE_PARTY.CASE_ID.eq(c.ID)))
                .convertFrom(rows -> rows.getValues(CASE_PARTY.PERSON_ID));
        var concerned = new HashMap<UUID, Concerned>();
        db.select(c.ID, c.NUMBER, c.REQUESTER_ID, c.TEAM_ID, c.SERVICE_ID, parties).from(c)
                .where(Tenant.owns(c.TENANT_ID), c.ID.eq(DSL.any(subjects.toArray(UUID[]::new)))).forEach(row -> {
                    var own = new HashSet<String>();
                    own.add(CaseTerms.person(row.value3()));
                    row.value6().forEach(party -> own.add(CaseTerms.person(party)));
                    concerned.put(row.value1(), new Concerned("case:" + row.value2(), own, Set.of(CaseTerms.team(row.value4()), CaseTerms.service(row.value5())), "work"));
                });
        return concerned;
    }

    @Override
    public Set<String> left(Event event) {
        var team = event.type().equals("cases.moved") ? event.uuid("from") : null;
        return team == null ? Set.of() : Set.of(CaseTerms.team(team));
    }
}
