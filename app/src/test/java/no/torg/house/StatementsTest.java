package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import no.torg.Client;
import no.torg.LivedIn;
import no.torg.Statements;
import no.torg.World;
import no.torg.events.Deliveries;
import no.torg.house.Handlers.Handler;
import no.torg.migration.ImportSamples;
import no.torg.people.Actor;
import no.torg.people.Persons;
import no.torg.people.Roles;
import no.torg.people.Roles.Held;
import no.torg.tenancy.Database;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A page asks the database little, however much it shows, and writes nothing. */
@LivedIn
class StatementsTest {

    /** Values that no page shows: the names of schemas. */
    private static final Map<String, String> GIVEN = Map.of("name", "service");

    /** Sends on to a page, and does nothing else. */
    private static final String SENDS_ON = "/api/problems";

    /** What some of the API must be asked with. */
    private static final String ASKED = "measure=opened&from=2020-01-01&to=2030-01-01&q=nett";

    private static final int MANY = 60;
    /** More messages than a page shows. */
    private static final int LONG = 105;
    private static final List<String> PERSONS = List.of(Crawl.STRANGER, "ingrid-hauge", "oda-myhre", "kari-lunde", "jon-moen", "lise-dahl", "vilde-sorum", "arne-solvang");

    private static Crawl crawl;

    @Autowired
    private World world;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Statements statements;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Database database;

    @Autowired
    private DataSource pool;

    @Autowired
    private Persons persons;

    @Autowired
    private Roles roles;

    @Autowired
    private DSLContext db;

    @BeforeEach
    void fill() {
        if (crawl == null) {
            var told = Told.firstCase("ingrid-hauge");
            var number = "";
            for (int i = 0; i < MANY; i++) {
                var asked = world.api("ingrid-hauge").send("POST", "/api/services/" + told.service() + "/requests", Map.of("answers", told.answers()));
                assertThat(asked.status()).isEqualTo(201);
                number = asked.json().get("number").asString();
            }
            for (int i = 0; i < LONG; i++) {
                assertThat(world.api("ingrid-hauge").send("POST", "/api/cases/" + number + "/messages", Map.of("text", "Hei")).status()).isEqualTo(201);
            }
            Crawl.attach(world, "ingrid-hauge");
            ImportSamples.bring(world, "arne-solvang");
            world.settle();
            world.browser("vilde-sorum").post("/insight/dashboards", "name", "Alt", "period", "90", "panels", "lines", "shared", "true");
            crawl = Crawl.of(world, context, PERSONS, Map.of("token", world.at("", () -> persons.invite(Actor.system("test"), "maja.lind@post.example"))));
        }
    }

    @Test
    void what_was_counted_is_read_once_until_more_is_counted() throws InterruptedException {
        var told = Told.firstCase("ingrid-hauge");
        var owner = world.browser("vilde-sorum");
        world.settle();
        var pages = List.of("/insight", "/insight/services/" + told.service());
        pages.forEach(page -> assertThat(owner.get(page).status()).as(page).isEqualTo(200));
        var before = doings().talliesRead();
        pages.forEach(page -> assertThat(statements.of(owner, page)).as(page).anyMatch(sql -> sql.contains("metrics.stand")).noneMatch(sql -> sql.contains("case_file")));
        assertThat(doings().talliesRead()).isEqualTo(before);
        world.api("ingrid-hauge").send("POST", "/api/services/" + told.service() + "/requests", Map.of("answers", told.answers()));
        world.settle();
        before = doings().talliesRead();
        pages.forEach(page -> assertThat(statements.of(owner, page)).as(page).anyMatch(sql -> sql.contains("case_file")));
        assertThat(doings().talliesRead()).isGreaterThan(before);
    }

    @Test
    void a_page_asks_at_most_three_things() {
        var wrong = new TreeSet<String>();
        var counted = new TreeSet<String>();
        for (var visit : crawl.all()) {
            if (visit.answer().status() == 200) {
                counted.add(visit.handler().toString());
                looks().count(client(visit.person()), client(another(visit)), visit.address(), visit.handler() + " as " + visit.person(), wrong);
            }
        }
        looks().count(world.browser("kari-lunde"), world.browser("jon-moen"), "/work/all?state=all&text=nett&count=exact", "an exact count", wrong);
        assertThat(wrong).isEmpty();
        assertThat(crawl.all()).as("a long dialogue is looked at").anyMatch(visit -> visit.address().startsWith("/work/cases/") && visit.answer().body().contains("before="));
        assertThat(crawl.unseen()).as("not counted").isEmpty();
        assertThat(counted).hasSizeGreaterThan(40);
        assertThat(looks().asked(world.browser("kari-lunde"), "/work")).as("What is asked is taken down at all").hasSizeBetween(2, Looks.AT_MOST);
    }

    @Test
    void so_does_the_api() {
        var operator = world.at("", () -> roles.grant(Actor.system("test"), new Held(world.person("arne-solvang"), "operator", "tenant", null), null));
        try {
            theApiAsksAtMostThreeThings();
        } finally {
            world.at("", () -> {
                roles.revoke(Actor.system("test"), operator);
                return operator;
            });
        }
    }

    private void theApiAsksAtMostThreeThings() {
        var wrong = new TreeSet<String>();
        for (var handler : Handlers.of(context)) {
            if (handler.verb().equals("GET") && handler.isApi() && !handler.isStream() && !handler.path().equals(SENDS_ON)) {
                var answered = 0;
                for (var person : PERSONS.subList(1, PERSONS.size())) {
                    var address = address(handler, world.api(person));
                    if (world.api(person).get(address).status() == 200) {
                        answered++;
                        looks().count(world.api(person), world.api(person.equals("vilde-sorum") ? "lise-dahl" : "vilde-sorum"), address, handler + " as " + person, wrong);
                    }
                }
                assertThat(answered).as(handler + " answers somebody").isPositive();
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Where a caller may look: what a list shows them first, or what the pages were reached with. */
    private String address(Handler handler, Client api) {
        var address = handler.path();
        for (var variable : handler.variables()) {
            address = address.replace("{" + variable + "}", variable.equals("id") ? id(handler.path(), api) : crawl.value(variable).or(() -> Optional.ofNullable(GIVEN.get(variable))).orElseThrow());
        }
        return address + "?" + ASKED;
    }

    private static String id(String path, Client api) {
        var page = crawl.all().stream().filter(visit -> visit.answer().status() == 200 && ("/api" + visit.handler().path()).equals(path)).map(Crawl.Visit::address).findFirst();
        if (page.isPresent()) {
            return page.get().substring(page.get().lastIndexOf('/') + 1);
        }
        var list = api.get(path.substring(0, path.indexOf("/{id}")));
        return list.status() == 200 && list.json().findValue("id") != null ? list.json().findValue("id").asString() : "none";
    }

    @Test
    void a_thousand_views_write_nothing_but_who_was_seen() throws Exception {
        var addresses = crawl.all().stream().filter(visit -> visit.answer().status() == 200).toList();
        addresses.forEach(visit -> client(visit.person()).get(visit.address()));
        deliveries.pause(true);
        try (var browsers = Executors.newFixedThreadPool(4)) {
            Awaitility.await().until(() -> world.at("", () -> db.fetchCount(db.selectOne().from("cases.queue_delta"))) == 0);
            var before = doings().written();
            var views = new ArrayList<Callable<Integer>>();
            var random = new Random(1);
            for (int i = 0; i < 1_000; i++) {
                var visit = addresses.get(random.nextInt(addresses.size()));
                views.add(() -> client(visit.person()).get(visit.address()).status());
            }
            for (var status : browsers.invokeAll(views)) {
                assertThat(status.get()).isEqualTo(200);
            }
            assertThat(doings().written()).isEqualTo(before);
        } finally {
            deliveries.pause(false);
        }
    }

    /** Somebody else who is shown the same, or the like. */
    private static String another(Crawl.Visit visit) {
        return crawl.all().stream().filter(other -> other.handler().equals(visit.handler()) && other.answer().status() == 200 && !other.person().equals(visit.person()))
                .min(Comparator.comparing(other -> !other.address().equals(visit.address()))).map(Crawl.Visit::person).orElse(Crawl.STRANGER);
    }

    private Looks looks() {
        return new Looks(context, world, statements);
    }

    private Doings doings() {
        return new Doings(pool, database);
    }

    private Client client(String person) {
        return Forgery.browser(world, person);
    }
}
