package no.torg.insight;

import static no.torg.db.events.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.TorgTest;
import no.torg.World;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Dashboards are one's own until they are shared, and their numbers are the reader's. */
@TorgTest
class DashboardsTest {

    private static final String PATH = "/insight/dashboards";
    private static final String API = "/api/metrics/dashboards";
    private static final String OWNER = "vilde-sorum";
    private static final String LEADER = "lise-dahl";

    @Autowired
    private World world;
    @Autowired
    private DSLContext db;

    @Test
    void one_is_saved_renamed_shared_and_deleted_by_plain_forms() {
        var owner = world.browser(OWNER);
        assertThat(owner.get(PATH + "?period=30").body()).contains("name=\"period\" value=\"30\"");
        var saved = owner.post(PATH, "name", "Morgenmøtet", "period", "30", "panels", "flows", "panels", "", "panels", "key-figures", "panels", "flows");
        assertThat(saved.status()).isEqualTo(303);
        var address = saved.header("location");
        var page = owner.get(address).body();
        assertThat(page).contains("Morgenmøtet").contains("class=\"keyfigs\"").doesNotContain("class=\"heat\"");
        assertThat(page.indexOf("flows-title")).isPositive().isLessThan(page.indexOf("class=\"keyfigs\""));
        assertThat(world.browser(LEADER).get(address).status()).isEqualTo(404);
        assertThat(world.browser(LEADER).get(PATH).body()).doesNotContain("Morgenmøtet");

        assertThat(owner.post(address, "name", "Kveldsmøtet", "period", "90", "panels", "heat", "shared", "true").status()).isEqualTo(303);
        var shared = world.browser(LEADER).get(address);
        assertThat(shared.status()).isEqualTo(200);
        assertThat(shared.body()).contains("Kveldsmøtet").contains("class=\"heat\"").doesNotContain(address + "/deletion");
        assertThat(world.browser(LEADER).get(PATH).body()).contains("Kveldsmøtet");
        assertThat(world.browser(LEADER).post(address, "name", "Mitt", "panels", "heat").status()).isEqualTo(404);
        assertThat(world.browser(LEADER).post(address + "/deletion").status()).isEqualTo(404);
        assertThat(world.browser("kari-lunde").get(address).status()).isEqualTo(404);
        assertThat(world.browser("solheim:aud-vikane").get(address).status()).isEqualTo(404);
        assertThat(owner.get(address).body()).contains("Kveldsmøtet").containsPattern("<details[^>]*><summary>Slett oversikten</summary>\\s*<form[^>]* action=\"" + address + "/deletion\"");

        assertThat(owner.post(address + "/deletion").status()).isEqualTo(303);
        assertThat(owner.get(address).status()).isEqualTo(404);
        assertThat(world.browser(LEADER).get(address).status()).isEqualTo(404);
    }

    @Test
    void the_api_does_the_same() {
        var made = world.api(OWNER).send("POST", API, Map.of("name", "Ledermøtet", "shared", true, "period", "90", "panels", List.of("lines", "ages")));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        var id = made.json().get("id").asString();
        assertThat(made.json().get("panels").valueStream().map(panel -> panel.asString())).containsExactly("lines", "ages");
        assertThat(world.api(LEADER).get(API).body()).contains(id);
        assertThat(world.api(OWNER).send("PUT", API + "/" + id, Map.of("name", "Bare mitt", "panels", List.of("ages"))).status()).isEqualTo(204);
        assertThat(world.api(LEADER).get(API).body()).doesNotContain(id);
        assertThat(world.api(OWNER).get(API).body()).contains("Bare mitt");
        assertThat(world.api(LEADER).send("DELETE", API + "/" + id, null).status()).isEqualTo(404);
        assertThat(world.api(OWNER).send("DELETE", API + "/" + id, null).status()).isEqualTo(204);
        assertThat(world.api(OWNER).get(API).body()).doesNotContain(id);
        assertThat(world.api(OWNER, "metrics:read").send("POST", API, Map.of("name", "Nei", "panels", List.of("ages"))).status()).isEqualTo(403);
    }

    @Test
    void what_is_done_with_one_stands_in_the_log() {
        var made = world.api(OWNER).send("POST", API, Map.of("name", "Fredagsmøtet", "panels", List.of("ages"))).json().get("id").asString();
        world.api(OWNER).send("PUT", API + "/" + made, Map.of("name", "Fredag", "panels", List.of("ages")));
        assertThat(events(made)).containsExactly("insight.dashboard-created", "insight.dashboard-changed");
        world.api(OWNER).send("PUT", API + "/" + made, Map.of("name", "Fredag", "shared", true, "panels", List.of("ages")));
        world.api(OWNER).send("PUT", API + "/" + made, Map.of("name", "Fredag", "panels", List.of("ages")));
        world.api(LEADER).send("DELETE", API + "/" + made, null);
        world.api(OWNER).send("DELETE", API + "/" + made, null);
        assertThat(events(made)).containsExactly("insight.dashboard-created", "insight.dashboard-changed", "insight.dashboard-changed", "insight.dashboard-shared",
                "insight.dashboard-changed", "insight.dashboard-withdrawn", "insight.dashboard-deleted");

        var shared = world.browser(OWNER).post(PATH, "name", "Delt fra først av", "panels", "ages", "shared", "true").header("location");
        assertThat(events(shared.substring(PATH.length() + 1))).containsExactly("insight.dashboard-created", "insight.dashboard-shared");
    }

    /** The log of a dashboard, all of it the owner's doing and for staff only. */
    private List<String> events(String id) {
        return world.at("fjordvik:", () -> db.selectFrom(EVENT).where(Tenant.owns(EVENT.TENANT_ID), EVENT.SUBJECT_ID.eq(UUID.fromString(id)), EVENT.SUBJECT_KIND.eq("dashboard"),
                EVENT.ACTOR_ID.eq(world.person(OWNER)), EVENT.INTERNAL.isTrue()).orderBy(EVENT.AT, EVENT.ID).fetch(EVENT.TYPE));
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThat(world.api(OWNER).send("POST", API, Map.of("name", "Uten felt")).status()).isEqualTo(422);
        assertThat(world.api(OWNER).send("POST", API, Map.of("name", "Feil felt", "panels", List.of("satisfaction"))).status()).isEqualTo(422);
        assertThat(world.api(OWNER).send("POST", API, Map.of("name", " ", "panels", List.of("ages"))).status()).isEqualTo(422);
        assertThat(world.api(OWNER).send("POST", API, Map.of("name", "Andres", "panels", List.of("ages"), "unit", world.solheim().units().get("it").toString())).status()).isEqualTo(404);
        assertThat(world.api(LEADER).send("POST", API, Map.of("name", "Andres", "panels", List.of("ages"), "team", world.team("hr").toString())).status()).isEqualTo(404);
        assertThat(world.api("kari-lunde").send("POST", API, Map.of("name", "Nei", "panels", List.of("ages"))).status()).isEqualTo(404);
        assertThat(world.browser(OWNER).get(PATH + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
