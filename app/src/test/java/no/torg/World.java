package no.torg;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import no.torg.demo.DemoWorld;
import no.torg.demo.DemoWorld.Filled;
import no.torg.events.Deliveries;
import no.torg.people.Actor;
import no.torg.people.Actors;
import no.torg.people.TestSessions;
import no.torg.tenancy.Tenant;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** The cast of the tests: the demo world's university and municipality, their people by the keys of demo/world.yaml, and clients signed in as them. */
@TestComponent
@Import(TestSessions.class)
public class World {

    /** Everybody's password. */
    public static final String PASSWORD = "et-passord-for-alle";

    private final Map<String, Filled> tenants = new HashMap<>();
    private final Map<String, Client> clients = new ConcurrentHashMap<>();
    private final Environment environment;
    private final Actors actors;
    private final TestSessions sessions;
    private final Deliveries deliveries;

    World(DemoWorld demo, Environment environment, Actors actors, TestSessions sessions, Deliveries deliveries) {
        this.environment = environment;
        this.actors = actors;
        this.sessions = sessions;
        this.deliveries = deliveries;
        demo.fill(TestFolder.PROJECT.resolve("services"), PASSWORD, Instant.now(), environment.getProperty("torg.test.cases", Boolean.class, false)).forEach(filled -> tenants.put(filled.tenant().slug(), filled));
    }

    /** The university. */
    public Filled fjordvik() {
        return tenants.get("fjordvik");
    }

    /** The municipality. */
    public Filled solheim() {
        return tenants.get("solheim");
    }

    /** The day it is in the zone of both tenants, wherever the machine that runs the tests stands. */
    public LocalDate today() {
        return LocalDate.now(fjordvik().tenant().zone());
    }

    /** The id of a person of the university, or of {@code solheim:key} at the municipality. */
    public UUID person(String key) {
        return filled(key).persons().get(bare(key));
    }

    /** The id of a team, named likewise. */
    public UUID team(String key) {
        return filled(key).teams().get(bare(key));
    }

    /** The person as an actor. */
    public Actor actor(String key) {
        return at(key, () -> actors.of(person(key)).orElseThrow());
    }

    /** Does the work as the tenant that the key is of. */
    public <T> T at(String key, Callable<T> work) {
        try {
            return filled(key).tenant().call(work);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** A browser in which the person is signed in; the same one each time. */
    public Client browser(String key) {
        return clients.computeIfAbsent("browser " + key, none -> client(key).cookie("torg-session", at(key, () -> sessions.open(person(key)))));
    }

    /** A browser of its own in which the person is signed in and has chosen the language. */
    public Client browser(String key, String language) {
        return client(key).cookie("torg-session", at(key, () -> sessions.open(person(key)))).cookie("lang", language);
    }

    /** A caller of the API with a token of the person's that has all scopes; the same one each time. */
    public Client api(String key) {
        return clients.computeIfAbsent("api " + key, none -> client(key).bearer(at(key, () -> sessions.token(person(key), List.of("*")))));
    }

    /** A caller of the API with a token of the person's that has these scopes only. */
    public Client api(String key, String... scopes) {
        return client(key).bearer(at(key, () -> sessions.token(person(key), List.of(scopes))));
    }

    /** A browser in which a person of any tenant is signed in; the tenant answers at its short name below localhost. */
    public Client browser(Tenant tenant, UUID person) throws Exception {
        return stranger(tenant).cookie("torg-session", tenant.call(() -> sessions.open(person)));
    }

    /** A caller of the API with a token of such a person's that has all scopes. */
    public Client api(Tenant tenant, UUID person) throws Exception {
        return stranger(tenant).bearer(tenant.call(() -> sessions.token(person, List.of("*"))));
    }

    /** A browser in which nobody is signed in, at {@code fjordvik} or {@code solheim}. */
    public Client stranger(String tenant) {
        return client(tenant + ":");
    }

    /** A browser in which nobody is signed in, at any tenant. */
    public Client stranger(Tenant tenant) {
        return new Client(Integer.parseInt(environment.getRequiredProperty("local.server.port")), tenant.slug() + ".localhost");
    }

    /** Waits until every delivery that is due has been made; a parked one fails the test. */
    public void settle() {
        for (int i = 0; i < 400; i++) {
            var backlog = deliveries.backlog();
            if (backlog.parked() > 0) {
                throw new AssertionError("Parked: " + backlog);
            }
            if (backlog.due() == 0) {
                return;
            }
            pause();
        }
        throw new AssertionError("Deliveries do not settle: " + deliveries.backlog());
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private Client client(String key) {
        var port = Integer.parseInt(environment.getRequiredProperty("local.server.port"));
        return new Client(port, filled(key) == solheim() ? "solheim.localhost" : "localhost");
    }

    private Filled filled(String key) {
        return key.startsWith("solheim:") ? solheim() : fjordvik();
    }

    private static String bare(String key) {
        return key.substring(key.indexOf(':') + 1);
    }
}
