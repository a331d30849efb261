package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import no.torg.Client;
import no.torg.LivedIn;
import no.torg.Statements;
import no.torg.World;
import no.torg.events.Deliveries;
import no.torg.migration.ImportSamples;
import no.torg.tenancy.Database;
import org.awaitility.Awaitility;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A page asks the database little, however much it shows, and writes nothing. */
@LivedIn
class StatementsTest {

    /** Besides the tenant's setting and {@code last_seen}: who is asking, and at most two more. */
    private static final int AT_MOST = 3;

    /** Values that no page shows: the names of schemas. */
    private static final Map<String, String> GIVEN = Map.of("name", "service");

    private static final int MANY = 60;
    private static final List<String> PERSONS = List.of(Crawl.STRANGER, "ingrid-hauge", "oda-myhre", "kari-lunde", "jon-moen", "lise-dahl", "vilde-sorum", "arne-solvang");

    private static final Pattern TABLE = Pattern.compile("(?i)from (\"?[a-z]+\"?\\.\"?[a-z_]+\"?) (?!a\\b|r\\b|t\\b)");
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
    private DSLContext db;

    @BeforeEach
    void fill() {
        if (crawl == null) {
            var told = Told.firstCase("ingrid-hauge");
            for (int i = 0; i < MANY; i++) {
                assertThat(world.api("ingrid-hauge").send("POST", "/api/services/" + told.service() + "/requests", Map.of("answers", told.answers())).status()).isEqualTo(201);
            }
            Crawl.attach(world, "ingrid-hauge");
            ImportSamples.bring(world, "arne-solvang");
            world.settle();
            crawl = Crawl.of(world, context, PERSONS, Map.of("token", "none"));
        }
    }

    @Test
    void what_was_counted_is_read_once_until_more_is_counted() {
        var told = Told.firstCase("ingrid-hauge");
        var owner = world.browser("vilde-sorum");
        for (var page : List.of("/insight", "/insight/services/" + told.service())) {
            assertThat(owner.get(page).status()).as(page).isEqualTo(200);
            assertThat(statements.of(owner, page)).as(page).anyMatch(sql -> sql.contains("stand")).noneMatch(sql -> sql.contains("metrics.tally") || sql.contains("case_file"));
            world.api("ingrid-hauge").send("POST", "/api/services/" + told.service() + "/requests", Map.of("answers", told.answers()));
            world.settle();
            assertThat(statements.of(owner, page)).as(page).anyMatch(sql -> sql.contains("metrics.tally")).anyMatch(sql -> sql.contains("case_file"));
        }
    }

    @Test
    void a_page_asks_at_most_three_things() {
        var wrong = new TreeSet<String>();
        var counted = new TreeSet<String>();
        for (var visit : crawl.all()) {
            if (visit.answer().status() == 200) {
                counted.add(visit.handler().toString());
                count(client(visit.person()), visit.address(), visit.handler() + " as " + visit.person(), wrong);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(counted).hasSizeGreaterThan(10);
        assertThat(asked(world.browser("kari-lunde"), "/work")).as("What is asked is taken down at all").hasSizeBetween(2, AT_MOST);
    }

    @Test
    void so_does_the_api() {
        var wrong = new TreeSet<String>();
        for (var handler : Handlers.of(context)) {
            if (handler.verb().equals("GET") && handler.isApi() && !handler.isStream()) {
                for (var person : List.of("ingrid-hauge", "kari-lunde", "lise-dahl")) {
                    var address = handler.path();
                    for (var variable : handler.variables()) {
                        address = address.replace("{" + variable + "}", crawl.value(variable).or(() -> Optional.ofNullable(GIVEN.get(variable)))
                                .orElseThrow(() -> new AssertionError("No example for " + handler)));
                    }
                    world.api(person).get(address);
                    count(world.api(person), address, handler + " as " + person, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_thousand_views_write_nothing_but_who_was_seen() throws Exception {
        var addresses = crawl.all().stream().filter(visit -> visit.answer().status() == 200).toList();
        addresses.forEach(visit -> client(visit.person()).get(visit.address()));
        deliveries.pause(true);
        try (var browsers = Executors.newFixedThreadPool(4)) {
            Awaitility.await().until(() -> world.at("", () -> db.fetchCount(db.selectOne().from("cases.queue_delta"))) == 0);
            var before = written();
            var views = new ArrayList<Callable<Integer>>();
            var random = new Random(1);
            for (int i = 0; i < 1_000; i++) {
                var visit = addresses.get(random.nextInt(addresses.size()));
                views.add(() -> client(visit.person()).get(visit.address()).status());
            }
            for (var status : browsers.invokeAll(views)) {
                assertThat(status.get()).isEqualTo(200);
            }
            assertThat(written()).isEqualTo(before);
        } finally {
            deliveries.pause(false);
        }
    }

    private void count(Client client, String address, String what, TreeSet<String> wrong) {
        var asked = asked(client, address);
        if (asked.size() > AT_MOST) {
            // what is remembered for some seconds may just have been read anew
            asked = asked(client, address);
        }
        if (asked.size() > AT_MOST) {
            wrong.add("%s asks %d, of %s".formatted(what, asked.size(), asked.stream().map(StatementsTest::table).toList()));
        }
        asked.stream().filter(sql -> !sql.strip().matches("(?is)(select|with)\\b.*")).forEach(sql -> wrong.add(what + " writes: " + sql));
    }

    private List<String> asked(Client client, String address) {
        return statements.of(client, address).stream().filter(sql -> !sql.matches("(?is)update \"?people\"?\\.\"?(session|api_token)\"?.*")).toList();
    }

    /** The table that a statement begins with. */
    private static String table(String sql) {
        var found = TABLE.matcher(sql);
        return found.find() ? found.group(1).replace("\"", "") : sql;
    }

    /** How many rows were written to each table since the beginning, but for those that tell when somebody was seen. */
    private Map<String, Long> written() throws InterruptedException {
        // a connection that ends tells at once what it has counted
        ((HikariDataSource) ((DelegatingDataSource) pool).getTargetDataSource()).getHikariPoolMXBean().softEvictConnections();
        Thread.sleep(500);
        var counts = new TreeMap<String, Long>();
        database.global().fetch("select schemaname || '.' || relname as name, n_tup_ins + n_tup_upd + n_tup_del as n from pg_stat_user_tables")
                .forEach(row -> counts.put(row.get("name", String.class), row.get("n", Long.class)));
        counts.keySet().removeAll(List.of("people.session", "people.api_token"));
        assertThat(counts).hasSizeGreaterThan(20);
        return counts;
    }

    private Client client(String person) {
        return Forgery.browser(world, person);
    }
}
