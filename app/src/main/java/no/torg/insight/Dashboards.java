package no.torg.insight;

import static no.torg.db.insight.Tables.DASHBOARD;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import no.torg.db.insight.tables.records.DashboardRecord;
import no.torg.events.EventLog;
import no.torg.events.Moment;
import no.torg.events.NewEvent;
import no.torg.insight.Dashboard.Written;
import no.torg.people.Actor;
import no.torg.tenancy.Remembered;
import no.torg.tenancy.Tenant;
import no.torg.web.Fields;
import no.torg.web.NotFound;
import no.torg.web.Refused;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to saved dashboards: one's own, and those that others share. What is found is at most ten seconds old. */
@Component
class Dashboards {

    private static final int NAME = 100;
    private static final int MOST = 100;
    private static final int MOST_OF_ALL = 5_000;

    private final DSLContext db;
    private final FigureAccess access;
    private final EventLog log;
    private final Remembered<List<Dashboard>> known = new Remembered<>(Duration.ofSeconds(10));

    Dashboards(DSLContext db, FigureAccess access, EventLog log) {
        this.db = db;
        this.access = access;
        this.log = log;
    }

    /** One's own and those shared, by name. */
    List<Dashboard> all(Actor actor) {
        if (!actor.seesFigures()) {
            throw new NotFound("dashboards");
        }
        return known.get(this::read).stream().filter(one -> one.shared() || actor.is(one.owner())).toList();
    }

    /** One's own, or one that is shared; another's is as one that is not there. */
    Dashboard find(Actor actor, UUID id) {
        return all(actor).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(() -> new NotFound("dashboard " + id));
    }

    /** Saves a new one; what it is narrowed to must be what the actor may look at. */
    @Transactional
    UUID create(Actor actor, Written written) {
        access.narrowed(actor, written.narrowing());
        if (all(actor).stream().filter(one -> actor.is(one.owner())).count() >= MOST) {
            throw new Refused("insight.dashboard.many", MOST);
        }
        var row = db.newRecord(DASHBOARD);
        row.setTenantId(Tenant.current().id());
        row.setId(UuidCreator.getTimeOrderedEpoch());
        row.setOwnerId(actor.id());
        fill(row, written);
        row.insert();
        log(actor, row.getId(), "insight.dashboard-created");
        if (written.shared()) {
            log(actor, row.getId(), "insight.dashboard-shared");
        }
        known.forget();
        return row.getId();
    }

    /** Gives one of one's own another name, other panels or other readers; another's is as one that is not there. */
    @Transactional
    void change(Actor actor, UUID id, Written written) {
        access.narrowed(actor, written.narrowing());
        var row = own(actor, id);
        var shared = dashboard(row).shared();
        fill(row, written);
        row.update();
        log(actor, id, "insight.dashboard-changed");
        if (shared != written.shared()) {
            log(actor, id, written.shared() ? "insight.dashboard-shared" : "insight.dashboard-withdrawn");
        }
        known.forget();
    }

    /** Deletes one of one's own. */
    @Transactional
    void delete(Actor actor, UUID id) {
        own(actor, id).delete();
        log(actor, id, "insight.dashboard-deleted");
        known.forget();
    }

    private void log(Actor actor, UUID id, String type) {
        log.append(NewEvent.of("dashboard", id, type, actor.person(), Moment.now(), Map.of("v", 1)).forStaff());
    }

    private DashboardRecord own(Actor actor, UUID id) {
        if (!actor.seesFigures()) {
            throw new NotFound("dashboards");
        }
        return db.selectFrom(DASHBOARD).where(Tenant.owns(DASHBOARD.TENANT_ID), DASHBOARD.ID.eq(id), DASHBOARD.OWNER_ID.eq(actor.id())).forUpdate().fetchOptional()
                .orElseThrow(() -> new NotFound("dashboard " + id));
    }

    private static void fill(DashboardRecord row, Written written) {
        var narrowing = written.narrowing();
        row.setName(Fields.text("name", written.name(), NAME));
        row.setAudience(written.shared() ? "everyone" : "owner");
        row.setUnitId(narrowing.unit());
        row.setService(narrowing.service());
        row.setTeamId(narrowing.team());
        row.setPeriod(narrowing.period());
        row.setFromDay(narrowing.from());
        row.setToDay(narrowing.to());
        row.setPanels(written.panels().stream().map(Panel::code).toArray(String[]::new));
    }

    private List<Dashboard> read() {
        return db.selectFrom(DASHBOARD).where(Tenant.owns(DASHBOARD.TENANT_ID)).limit(MOST_OF_ALL).fetch(Dashboards::dashboard).stream()
                .sorted(Comparator.comparing(Dashboard::name).thenComparing(Dashboard::id)).toList();
    }

    private static Dashboard dashboard(DashboardRecord row) {
        return new Dashboard(row.getId(), row.getOwnerId(), row.getName(), row.getAudience().equals("everyone"),
                new Narrowing(row.getUnitId(), row.getService(), row.getTeamId(), row.getPeriod(), row.getFromDay(), row.getToDay()), Panel.of(Arrays.asList(row.getPanels())));
    }
}
