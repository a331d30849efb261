package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.torg.World;
import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.people.Persons;
import no.torg.tenancy.Tenant;
import no.torg.web.Language;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * What a tenant has that others must not get at, and words by which it is known wherever it turns up.
 *
 * @param number      a case's
 * @param ids         of the case, its messages and files, an unused file, a person, a team and a unit
 * @param token       of a link to choose a password
 * @param secrets     words that stand in the tenant's texts and names, and in nobody else's
 * @param notes       those of them that are for staff only
 * @param internal    files that are for staff only
 * @param files       all files
 */
record Planted(String tenant, String number, List<UUID> ids, String token, Set<String> secrets, Set<String> notes, List<UUID> internal, List<UUID> files) {

    /** The word that all planted words begin with. */
    static final String WORD = "kjennemerke";

    /** Plants it all through the doors that people use. */
    static Planted in(World world, ApplicationContext context, String requester, String worker) {
        var tenant = requester.startsWith("solheim:") ? "solheim" : "fjordvik";
        var mark = WORD + "-" + tenant + "-";
        var number = newCase(world, context, requester, worker);
        var sent = upload(world, requester, mark + "fil.txt");
        var hidden = upload(world, worker, mark + "notatfil.txt");
        var unused = upload(world, requester, mark + "ubrukt.txt");
        say(world, requester, number, "public", mark + "melding", sent);
        say(world, worker, number, "internal", mark + "notat", hidden);
        assertThat(world.browser(requester).post("/cases/" + number + "/draft", "text", mark + "kladd").status()).isLessThan(300);
        var whole = world.api(worker).get("/api/cases/" + number).json();
        var said = world.api(worker).get("/api/cases/" + number + "/messages").json();
        var filled = tenant.equals("solheim") ? world.solheim() : world.fjordvik();
        var ids = new LinkedHashSet<UUID>();
        ids(whole, "id", ids);
        var files = new LinkedHashSet<UUID>();
        said.get("messages").forEach(message -> message.get("files").forEach(file -> ids(file, "id", files)));
        ids(said, "id", ids);
        ids.add(unused);
        ids.add(filled.units().values().iterator().next());
        var secrets = new LinkedHashSet<>(List.of(mark + "fil", mark + "melding", mark + "kladd", mark + "ubrukt", mark + "lag", mark + "person", whole.get("details").get("title").asString()));
        secrets.addAll(world.at(requester, () -> people(context, mark, filled.units().values().iterator().next(), ids)));
        var notes = Set.of(mark + "notat");
        secrets.addAll(notes);
        var token = world.at(requester, () -> context.getBean(Persons.class).invite(Actor.system("test"), mark + "person@eksempel.example"));
        var internal = files.stream().filter(file -> world.browser(requester).get("/files/" + file).status() != 200).toList();
        assertThat(internal).as("files of notes, which the requester is refused").hasSize(1);
        return new Planted(tenant, number, List.copyOf(ids), token, secrets, notes, internal, List.copyOf(files));
    }

    /** A person and a team with a mark; the names of everybody the tenant has. */
    private static Set<String> people(ApplicationContext context, String mark, UUID unit, Set<UUID> ids) {
        var system = Actor.system("test");
        var person = context.getBean(Persons.class).add(system, mark + "person", mark + "person@eksempel.example", null, Language.NB);
        ids.add(person);
        ids.add(context.getBean(Organisation.class).addTeam(system, mark + "lag", unit, null));
        return Set.copyOf(context.getBean(Persons.class).names(List.of(person)).values());
    }

    /** A case whose number the other tenant has not reached: asked for as the demo world's file has it, after a leap of numbers. */
    private static String newCase(World world, ApplicationContext context, String requester, String worker) {
        var told = Told.firstCase(requester);
        world.at(requester, () -> context.getBean(DSLContext.class).fetch("select nextval('tenancy.number_" + Tenant.current().id() + "') from generate_series(1, " + 1000 * Tenant.current().id() + ")"));
        var asked = world.api(requester).send("POST", "/api/services/" + told.service() + "/requests", Map.of("answers", told.answers()));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        var number = asked.json().get("number").asString();
        assertThat(world.api(worker).get("/api/cases/" + number).status()).isEqualTo(200);
        return number;
    }

    private static UUID upload(World world, String person, String name) {
        var sent = world.api(person).send("POST", "/api/files?name=" + name, "text/plain", name.getBytes(StandardCharsets.UTF_8));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
        return UUID.fromString(sent.json().get("id").asString());
    }

    private static void say(World world, String person, String number, String audience, String text, UUID file) {
        var sent = world.api(person).send("POST", "/api/cases/" + number + "/messages", Map.of("text", text, "audience", audience, "attachments", List.of(file)));
        assertThat(sent.status()).as(sent.body()).isEqualTo(201);
    }

    private static void ids(JsonNode node, String name, Set<UUID> ids) {
        if (node.hasNonNull(name)) {
            ids.add(UUID.fromString(node.get(name).asString()));
        }
        node.forEach(child -> ids(child, name, ids));
    }

    /** Something of the same shape as a value, that is nobody's. */
    static String missing(String value) {
        return value.matches("\\d{4}-\\d+") ? "2026-999999" : value.length() == 36 ? "0198c000-0000-7000-8000-" + value.substring(24).replaceAll("[0-9a-f]", "9") : value.replaceAll("[A-Za-z]", "q");
    }

    /** What to try where a text or an id is asked for. */
    List<String> values(Forgery.Place place) {
        var values = new ArrayList<String>();
        if (place.type() == String.class) {
            values.add(number);
        }
        if (place.kind() == Forgery.Kind.PATH && place.type() == String.class) {
            values.add(token);
        }
        if (place.names()) {
            ids.stream().limit(place.type() == String.class ? 2 : Integer.MAX_VALUE).forEach(id -> values.add(id.toString()));
        }
        return values;
    }

    /** The same for attackers of the tenant itself: who holds a link to choose a password may use it, whoever they are signed in as. */
    Planted withoutToken() {
        return new Planted(tenant, number, ids, missing(token), secrets, notes, internal, files);
    }
}
