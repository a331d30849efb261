package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** An operator sets a tenant up by verbs alone, from nothing until its people order a service that Torg does not come with. */
@TorgTest
@Import(Operator.class)
class SetUpTest {

    private static final String KEY = "borrow-av-equipment";
    private static final String HOURS = "mon 10:00-14:00; tue-thu 08:00-16:00; fri 08:00-10:00";

    @TempDir
    Path folder;

    @Autowired
    private World world;
    @Autowired
    private Operator operator;
    @Autowired
    private Tenants tenants;
    @Autowired
    private DSLContext db;

    @Test
    void a_tenant_is_set_up_by_verbs_until_its_people_order_and_close() {
        var example = FolderToImport.example();
        var tenant = tenant("oppsett");
        organisation(tenant);
        service(tenant, example);
        var invited = Operator.link(in(tenant, "person", "invite", "siri@oppsett.no"), "oppsett.localhost");
        opens(world.stranger(tenant), invited, "siri@oppsett.no");

        var siri = caller(tenant, "siri@oppsett.no", "cases:read,cases:write,services:read");
        assertThat(siri.get("/api/services").body()).contains(KEY);
        var answers = Map.of("what", "microphone", "from", world.today().plusDays(1).toString(), "to", world.today().plusDays(3).toString());
        var asked = siri.with("Idempotency-Key", UUID.randomUUID().toString()).send("POST", "/api/services/" + KEY + "/requests", Map.of("answers", answers));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        var path = "/api/cases/" + asked.json().get("number").asString();

        var vera = caller(tenant, "vera@oppsett.no", "cases:read,cases:write");
        assertThat(vera.get(path).json().at("/details/team/name").asString()).isEqualTo("AV-skranken");
        assertThat(vera.send("PUT", path + "/closure", Map.of("seen", "new", "reason", "done")).status()).isEqualTo(204);
        assertThat(siri.get(path).json().at("/details/state").asString()).isEqualTo("closed");
        world.settle();
    }

    @Test
    void a_folder_with_faults_is_refused_with_all_of_them_by_file_and_line_and_leaves_nothing() throws Exception {
        var tenant = tenant("feilmappe");
        in(tenant, "audience", "add", "employee", "--nb", "Ansatt", "--nn", "Tilsett", "--en", "Employee");
        in(tenant, "topic", "add", "it-and-access", "--nb", "IT", "--nn", "IT", "--en", "IT");
        var places = FolderToImport.spoiled(folder);

        var wrong = operator.isRefused("service", "import", folder.toString(), "--tenant", tenant.slug());

        assertThat(wrong).allMatch(line -> line.matches("(service\\.yaml|form\\.json|(texts|tests)/[a-z-]+\\.yaml):\\d+: .+"));
        assertThat(places).hasSize(5).allSatisfy(place -> assertThat(wrong).anyMatch(line -> line.startsWith(place + ": ")));
        assertThat(in(tenant, "service", "list")).isEmpty();
        assertThat(rows(tenant)).containsExactly(0L, 0L, 0L, 0L);
    }

    private Tenant tenant(String slug) {
        var host = slug + ".localhost";
        var said = operator.does("tenant", "add", slug, "--name", "Kommunen " + slug, "--theme", "solheim", "--host", host, "--admin-mail", "adm@" + slug + ".no",
                "--admin-name", "Ada Adm");
        var tenant = tenants.bySlug(slug).orElseThrow();
        var link = Operator.link(said, host);
        opens(world.stranger(tenant), link, "adm@" + slug + ".no");
        return tenant;
    }

    private void organisation(Tenant tenant) {
        in(tenant, "audience", "add", "student", "--nb", "Elev", "--nn", "Elev", "--en", "Pupil");
        in(tenant, "audience", "add", "employee", "--nb", "Ansatt", "--nn", "Tilsett", "--en", "Employee");
        in(tenant, "topic", "add", "rooms-and-equipment", "--nb", "Rom og utstyr", "--nn", "Rom og utstyr", "--en", "Rooms and equipment");
        in(tenant, "unit", "add", "Kommunen");
        in(tenant, "unit", "add", "Skolene", "--parent", "Kommunen");
        in(tenant, "team", "add", "AV-skranken", "--unit", "Skolene");
        List.of("siri", "vera", "olga").forEach(name -> in(tenant, "person", "add", name + "@oppsett.no", "--name", name + " Nordmann"));
        in(tenant, "affiliation", "add", "siri@oppsett.no", "employee", "--unit", "Skolene");
        in(tenant, "role", "grant", "vera@oppsett.no", "case-worker", "--team", "AV-skranken");
        in(tenant, "calendar", "add", "Kort dag", "--hours", "mon-fri 10:00-14:00");
        in(tenant, "calendar", "add", "Skranken", "--hours", HOURS);
        in(tenant, "calendar", "bind", "Kort dag", "--team", "AV-skranken");
    }

    /** Imports, binds and publishes; a slot that nobody fills stands in the way, and so do hours by which the service's own tests do not hold. */
    private void service(Tenant tenant, Path example) {
        var imported = in(tenant, "service", "import", example.toString());
        assertThat(imported).contains("Imported " + KEY + " 1.0.0 as a draft").contains("slot owner").contains("slot first-line");
        assertThat(in(tenant, "service", "list")).contains(KEY + "  newest 1.0.0  draft  nobody fills ");
        var unbound = operator.isRefused("service", "publish", KEY, "--tenant", tenant.slug());
        assertThat(unbound).anyMatch(line -> line.matches("service\\.yaml:\\d+: the slot \"owner\" is not bound here"));
        in(tenant, "service", "bind", KEY, "owner", "--person", "olga@oppsett.no");
        in(tenant, "service", "bind", KEY, "first-line", "--team", "AV-skranken");
        assertThat(operator.isRefused("service", "publish", KEY, "--tenant", tenant.slug())).allMatch(line -> line.matches("tests/student\\.yaml:\\d+: .+"));
        assertThat(in(tenant, "service", "list")).contains(KEY + "  newest 1.0.0  draft");
        in(tenant, "calendar", "bind", "Skranken", "--team", "AV-skranken");
        assertThat(in(tenant, "service", "publish", KEY)).contains("Published " + KEY + " 1.0.0");
        assertThat(in(tenant, "service", "list")).contains(KEY + "  newest 1.0.0  published 1.0.0");
    }

    /** The link opens once: who it is for chooses a password and is signed in. */
    private static void opens(Client browser, String link, String mail) {
        assertThat(browser.get(link).body()).contains(mail);
        assertThat(browser.get("/me").header("location")).contains("/sign-in");
        assertThat(browser.post(link, "password", World.PASSWORD).status()).isEqualTo(303);
        assertThat(browser.get("/me").status()).isEqualTo(200);
        assertThat(browser.get(link).status()).isEqualTo(410);
    }

    private Client caller(Tenant tenant, String mail, String scopes) {
        return world.stranger(tenant).with("Authorization", "Bearer " + in(tenant, "token", mail, "--scopes", scopes).strip());
    }

    private String in(Tenant tenant, String... typed) {
        var words = new ArrayList<>(List.of(typed));
        words.addAll(List.of("--tenant", tenant.slug()));
        return operator.does(words.toArray(String[]::new));
    }

    /** How many services, versions, bindings and events of services the tenant has. */
    private List<Object> rows(Tenant tenant) throws Exception {
        return tenant.call(() -> db.fetchSingle("""
                select (select count(*) from catalog.service), (select count(*) from catalog.service_version), (select count(*) from catalog.slot_binding),
                (select count(*) from events.event where subject_kind = 'service')""").intoList());
    }
}
