package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import no.torg.Client;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.people.Persons;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The same over the API: an operator adds the tenant, and its administrator does the rest. */
@TorgTest
@Import(Operator.class)
class SetUpApiTest {

    private static final String KEY = "borrow-av-equipment";

    @TempDir
    Path folder;

    @Autowired
    private World world;
    @Autowired
    private Operator operator;
    @Autowired
    private Tenants tenants;
    @Autowired
    private Persons persons;

    @Test
    void a_tenant_is_set_up_over_the_api_until_its_people_order_and_close() throws Exception {
        var example = FolderToImport.zip(FolderToImport.example());
        var tenant = tenant("grensesnitt");
        var admin = administrator(tenant);
        words(admin, "employee", "rooms-and-equipment");
        var unit = made(admin, "units", Map.of("name", "Skolene", "parent", made(admin, "units", Map.of("name", "Kommunen"))));
        var team = made(admin, "teams", Map.of("name", "AV-skranken", "unit", unit));
        var siri = person(admin, "siri");
        var vera = person(admin, "vera");
        made(admin, "affiliations", Map.of("person", siri, "kind", "employee", "unit", unit));
        made(admin, "roles", Map.of("person", vera, "role", "case-worker", "scopeKind", "team", "scope", team));
        var day = List.of("08:00-16:00");
        var calendar = made(admin, "calendars", Map.of("name", "Skranken", "week", Map.of("monday", day, "thursday", day, "friday", List.of("08:00-10:00"))));
        done(admin.send("PUT", "/api/teams/" + team + "/calendar", Map.of("calendar", calendar)));
        assertThat(admin.get("/api/calendars").body()).contains(team);

        publish(admin, example, Map.of("first-line", Map.of("team", team), "owner", Map.of("person", person(admin, "olga"))));
        opens(tenant, admin.send("POST", "/api/persons/" + siri + "/invitation", null), "siri@grensesnitt.no");
        ordered(token(admin, siri), token(admin, vera));
        world.settle();
    }

    @Test
    void a_zip_with_faults_is_refused_with_all_of_them_by_file_and_line_and_leaves_nothing() throws Exception {
        var tenant = tenant("feilzip");
        var admin = administrator(tenant);
        words(admin, "employee", "it-and-access");
        var places = FolderToImport.spoiled(folder);

        var refused = admin.send("POST", "/api/services/import", "application/zip", FolderToImport.zip(folder));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        var errors = refused.json().get("errors");
        assertThat(errors.valueStream().map(error -> error.get("field").asString())).containsAll(places);
        assertThat(errors.valueStream()).allSatisfy(error -> {
            assertThat(error.get("code").asString()).isEqualTo("catalog.folder.problem");
            assertThat(error.get("message").asString()).isNotBlank();
        });
        assertThat(operator.does("service", "list", "--tenant", tenant.slug())).isEmpty();
        assertThat(admin.send("POST", "/api/services/order-guest-account/publication", null).status()).isEqualTo(404);
    }

    @Test
    void nobody_but_an_operator_adds_a_tenant_and_nobody_but_its_administrator_sets_it_up() throws Exception {
        assertThat(world.api("arne-solvang").send("POST", "/api/tenants", wanted("ikke-min")).status()).isEqualTo(403);
        assertThat(tenants.bySlug("ikke-min")).isEmpty();
        var kari = world.api("kari-lunde");
        assertThat(kari.send("POST", "/api/units", Map.of("name", "Min egen")).status()).isEqualTo(403);
        assertThat(kari.send("POST", "/api/services/import", "application/zip", new byte[] {1}).status()).isEqualTo(403);
    }

    private Tenant tenant(String slug) throws Exception {
        var added = anOperator().send("POST", "/api/tenants", wanted(slug));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.json().at("/tenant/slug").asString()).isEqualTo(slug);
        var tenant = tenants.bySlug(slug).orElseThrow();
        var link = URI.create(added.json().at("/invitation/link").asString());
        assertThat(link.getHost()).isEqualTo(slug + ".localhost");
        chooses(tenant, link, "adm@" + slug + ".no");
        return tenant;
    }

    private static Map<String, Object> wanted(String slug) {
        return Map.of("slug", slug, "name", "Kommunen " + slug, "theme", "solheim", "zone", "Europe/Oslo", "hosts", List.of(slug + ".localhost"),
                "administrator", Map.of("name", "Ada Adm", "mail", "adm@" + slug + ".no"));
    }

    /** Somebody of the first tenant who operates the installation and is nothing else. */
    private Client anOperator() {
        var mail = "dag.drift@fjordvik.example";
        if (world.at("fjordvik:", () -> persons.byMail(mail)).isEmpty()) {
            operator.does("person", "add", mail, "--name", "Dag Drift", "--tenant", "fjordvik");
            operator.does("role", "grant", mail, "operator", "--tenant", "fjordvik");
        }
        return world.stranger("fjordvik").with("Authorization", "Bearer " + operator.does("token", mail, "--tenant", "fjordvik").strip());
    }

    private Client administrator(Tenant tenant) throws Exception {
        return world.api(tenant, tenant.call(() -> persons.byMail("adm@" + tenant.slug() + ".no").orElseThrow()));
    }

    private static void words(Client admin, String audience, String topic) {
        var names = Map.of("nb", audience, "nn", audience, "en", audience);
        assertThat(admin.send("PUT", "/api/audiences", Map.of("audiences", List.of(Map.of("id", audience, "names", names)))).status()).isEqualTo(200);
        done(admin.send("PUT", "/api/topics/" + topic, Map.of("position", 0, "icon", "Files", "names", names)));
    }

    private static String person(Client admin, String name) {
        return made(admin, "persons", Map.of("name", name + " Nordmann", "mail", name + "@grensesnitt.no"));
    }

    private static String made(Client admin, String what, Map<String, ?> wanted) {
        var made = admin.send("POST", "/api/" + what, wanted);
        assertThat(made.status()).as(what + " " + made.body()).isEqualTo(201);
        return made.json().get("id").asString();
    }

    private static void done(Client.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
    }

    /** Imports, binds and publishes; before its slots are bound it is refused. */
    private static void publish(Client admin, byte[] zip, Map<String, Map<String, String>> bindings) {
        var imported = admin.send("POST", "/api/services/import", "application/zip", zip);
        assertThat(imported.status()).as(imported.body()).isEqualTo(201);
        assertThat(imported.json().get("key").asString()).isEqualTo(KEY);
        assertThat(imported.json().get("unbound").valueStream().map(slot -> slot.asString())).containsExactlyInAnyOrderElementsOf(bindings.keySet());
        assertThat(admin.send("POST", "/api/services/" + KEY + "/publication", null).status()).isEqualTo(422);
        bindings.forEach((slot, who) -> done(admin.send("PUT", "/api/services/" + KEY + "/bindings/" + slot, who)));
        done(admin.send("POST", "/api/services/" + KEY + "/publication", null));
    }

    private void opens(Tenant tenant, Client.Answer invitation, String mail) throws Exception {
        assertThat(invitation.status()).as(invitation.body()).isEqualTo(201);
        chooses(tenant, URI.create(invitation.json().get("link").asString()), mail);
    }

    private void chooses(Tenant tenant, URI link, String mail) {
        var browser = world.stranger(tenant);
        assertThat(browser.get(link.getPath()).body()).contains(mail);
        assertThat(browser.post(link.getPath(), "password", World.PASSWORD).status()).isEqualTo(303);
        assertThat(browser.get("/me").status()).isEqualTo(200);
    }

    private static String token(Client admin, String person) {
        var token = admin.send("POST", "/api/tokens", Map.of("person", person, "label", "prøve", "scopes", List.of("cases:read", "cases:write"), "days", 1));
        assertThat(token.status()).as(token.body()).isEqualTo(201);
        return token.json().get("token").asString();
    }

    private void ordered(String asker, String worker) {
        var siri = caller(asker);
        var vera = caller(worker);
        var answers = new HashMap<String, Object>(Map.of("what", "other", "from", world.today().plusDays(1).toString(), "to", world.today().plusDays(3).toString()));
        var wrong = siri.send("POST", "/api/services/" + KEY + "/requests", Map.of("answers", answers));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("errors").valueStream().map(error -> error.get("field").asString())).containsExactly("which");
        answers.put("which", "Dokumentkamera");
        var asked = siri.send("POST", "/api/services/" + KEY + "/requests", Map.of("answers", answers));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        var path = asked.json().get("href").asString();
        assertThat(vera.get(path).json().at("/details/service/slug").asString()).isEqualTo(KEY);
        done(vera.send("PUT", path + "/closure", Map.of("seen", "new", "reason", "done")));
        assertThat(siri.get(path).json().at("/details/state").asString()).isEqualTo("closed");
    }

    private Client caller(String token) {
        return world.stranger(tenants.bySlug("grensesnitt").orElseThrow()).with("Authorization", "Bearer " + token);
    }
}
