package no.torg.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import no.torg.Client.Answer;
import no.torg.LivedIn;
import no.torg.World;
import no.torg.house.Forgery.Kind;
import no.torg.house.Forgery.Place;
import no.torg.house.Handlers.Handler;
import no.torg.people.Scope;
import no.torg.tenancy.Walls;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Attacks made from what there is: every handler, every place where it takes a text or an id, with what belongs to the other tenant or to
 * somebody else, as each role. What is hidden must be answered exactly as what is not there, and nothing planted may turn up.
 */
@LivedIn
class AttackTest {

    private static final List<String> AT_FJORDVIK = List.of("ingrid-hauge", "kari-lunde", "lise-dahl", "arne-solvang", Crawl.STRANGER);
    private static final List<String> AT_SOLHEIM = List.of("solheim:bjorg-torsvik", "solheim:even-moe", "solheim:aud-vikane", "solheim:bente-loken", "solheim:" + Crawl.STRANGER);

    /** May set up the tenant, and has no part in any case by that. */
    private static final String ADMINISTRATOR = "arne-solvang";

    /** Those of the victim's own tenant who have no part in the case: of the requester's unit, of sister teams, another leader, another owner, the administrator. */
    private static final List<String> OUTSIDE = List.of("oda-myhre", "tor-myklebust", "eskil-rud", "ragnhild-sande", "grete-sund", ADMINISTRATOR, Crawl.STRANGER);

    /** Not the tokens that the attackers are given here. */
    private static final String BY_ATTACK = "not (type = 'people.token-made' and actor_id is null)";

    private static Planted fjordvik;
    private static Planted solheim;

    @Autowired
    private World world;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DSLContext db;

    @BeforeEach
    void plant() {
        if (fjordvik == null) {
            fjordvik = Planted.in(world, context, "ingrid-hauge", "kari-lunde");
            solheim = Planted.in(world, context, "solheim:bjorg-torsvik", "solheim:even-moe");
            world.settle();
        }
    }

    @Test
    void nobody_of_another_tenant_gets_at_anything() {
        acrossTenants();
    }

    @Test
    void nor_when_row_security_must_hold_alone() {
        Walls.rowSecurityAlone(this::acrossTenants);
    }

    /** Two at a time, for none of them changes anything. */
    @Test
    void nobody_without_a_part_in_a_case_gets_at_it() {
        var before = written(fjordvik);
        var wrong = new ConcurrentSkipListSet<String>();
        var half = OUTSIDE.size() / 2;
        Stream.of(OUTSIDE.subList(0, half), OUTSIDE.subList(half, OUTSIDE.size()))
                .map(some -> CompletableFuture.runAsync(() -> some.forEach(person -> attack(person, wrong)), Thread::startVirtualThread)).toList().forEach(CompletableFuture::join);
        assertThat(wrong).isEmpty();
        assertThat(written(fjordvik)).as("written by %s", last(written(fjordvik) - before)).isEqualTo(before);
    }

    private void attack(String person, Set<String> wrong) {
        var victim = fjordvik.withoutToken();
        for (var handler : Handlers.of(context)) {
            for (var place : Forgery.places(handler)) {
                if (place.kind() == Kind.PATH && !(person.equals(ADMINISTRATOR) && setsUp(handler))) {
                    attack(person, handler, place, ownOf(fjordvik), victim, wrong);
                }
            }
        }
        lists(person, fjordvik.secrets(), wrong);
    }

    @Test
    void the_requester_sees_nothing_internal_anywhere() {
        var wrong = new LinkedHashSet<String>();
        for (var handler : Handlers.of(context)) {
            for (var place : Forgery.places(handler)) {
                if (handler.verb().equals("GET") && place.kind() == Kind.PATH) {
                    for (var value : List.of(fjordvik.number(), fjordvik.internal().getFirst().toString())) {
                        var answer = Forgery.send(world, "ingrid-hauge", handler, place, value, fjordvik);
                        leaked(fjordvik.notes(), answer).forEach(secret -> wrong.add(handler + " tells the requester " + secret));
                    }
                }
            }
        }
        lists("ingrid-hauge", fjordvik.notes(), wrong);
        assertThat(wrong).isEmpty();
        assertThat(world.browser("kari-lunde").get("/files/" + fjordvik.internal().getFirst()).status()).isEqualTo(200);
        assertThat(world.browser("ingrid-hauge").get("/files/" + fjordvik.internal().getFirst()).status()).isEqualTo(404);
    }

    /** The attack itself works: who has a part in the case is shown what is planted. */
    @Test
    void those_with_a_part_are_shown_it() {
        assertThat(world.browser("ingrid-hauge").get("/cases/" + fjordvik.number()).body()).contains(Planted.WORD + "-fjordvik-melding").contains(Planted.WORD + "-fjordvik-fil");
        assertThat(world.api("kari-lunde").get("/api/cases/" + fjordvik.number() + "/messages").body()).contains(Planted.WORD + "-fjordvik-notat");
        assertThat(world.api("lise-dahl").get("/api/cases/" + fjordvik.number()).status()).isEqualTo(200);
        assertThat(world.api("vilde-sorum").get("/api/cases/" + fjordvik.number()).status()).isEqualTo(200);
    }

    private static boolean setsUp(Handler handler) {
        var scope = handler.method().getMethodAnnotation(Scope.class);
        return scope != null && scope.value().equals("admin");
    }

    /** Those of each tenant against the other: both at once, for neither changes anything that the other is shown. */
    private void acrossTenants() {
        var written = List.of(strangers(fjordvik), strangers(solheim));
        var wrong = new ConcurrentSkipListSet<String>();
        var tried = Stream.of(CompletableFuture.supplyAsync(() -> acrossTenants(AT_SOLHEIM, solheim, fjordvik, wrong), Thread::startVirtualThread),
                CompletableFuture.supplyAsync(() -> acrossTenants(AT_FJORDVIK, fjordvik, solheim, wrong), Thread::startVirtualThread)).toList().stream().mapToInt(CompletableFuture::join).sum();
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(5_000);
        assertThat(List.of(strangers(fjordvik), strangers(solheim))).as("events by others than the tenant's own people").isEqualTo(written);
    }

    private int acrossTenants(List<String> attackers, Planted own, Planted victim, Set<String> wrong) {
        var tried = 0;
        for (var person : attackers) {
            for (var handler : Handlers.of(context)) {
                for (var place : Forgery.places(handler)) {
                    tried += attack(person, handler, place, own, victim, wrong);
                }
            }
            lists(person, victim.secrets(), wrong);
        }
        return tried;
    }

    private int attack(String person, Handler handler, Place place, Planted own, Planted victim, Set<String> wrong) {
        if (handler.path().startsWith("/sign-")) {
            return 0;
        }
        var values = victim.values(place);
        var nothings = new HashMap<String, Answer>();
        for (var value : values) {
            var hidden = Forgery.send(world, person, handler, place, value, own);
            var what = "%s with %s %s as %s".formatted(handler, place.name(), value, person);
            leaked(victim.secrets(), hidden).forEach(secret -> wrong.add(what + " tells " + secret));
            if (hidden.status() >= 500) {
                wrong.add(what + " answers " + hidden.status());
            }
            // a place in a list is a position and names nothing
            if (place.names() && !place.name().equals("after")) {
                var missing = nothings.computeIfAbsent(Planted.missing(value), nothing -> Forgery.send(world, person, handler, place, nothing, own));
                if (hidden.status() != missing.status()) {
                    wrong.add(what + " answers " + hidden.status() + ", and " + missing.status() + " for what is not there");
                } else if (!bare(hidden, value).equals(bare(missing, Planted.missing(value)))) {
                    wrong.add(what + " answers otherwise than for what is not there");
                }
            }
        }
        return values.size();
    }

    /** Everything that takes no id: lists, searches, menus; not what an administrator sets up with, where persons and teams are listed. */
    private void lists(String person, Set<String> secrets, Set<String> wrong) {
        for (var handler : Handlers.of(context)) {
            if (handler.verb().equals("GET") && handler.variables().isEmpty() && !handler.isStream() && !(person.equals(ADMINISTRATOR) && setsUp(handler))) {
                var place = new Place(Kind.PARAMETER, "q", String.class);
                var answer = Forgery.send(world, person, handler, place, Planted.WORD, fjordvik);
                leaked(secrets, answer).forEach(secret -> wrong.add("%s as %s tells %s".formatted(handler, person, secret)));
                if (answer.status() >= 500) {
                    wrong.add("%s as %s answers %d".formatted(handler, person, answer.status()));
                }
            }
        }
    }

    private static List<String> leaked(Set<String> secrets, Answer answer) {
        var found = new ArrayList<String>();
        secrets.stream().filter(answer.body()::contains).forEach(found::add);
        var header = String.valueOf(answer.header("Content-Disposition"));
        secrets.stream().filter(header::contains).forEach(found::add);
        return found;
    }

    /** The answer without what differs from one request to the next. */
    private static String bare(Answer answer, String value) {
        return answer.body().replace(value, "?").replaceAll("value=\"[A-Za-z0-9_-]{60,}\"", "csrf").replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "id")
                .replaceAll("[A-Z0-9]{4}-[A-Z0-9]{4}", "reference").replaceAll("\\d+", "0");
    }

    /** Somebody who has nothing: values for the other places of a handler. */
    private static Planted ownOf(Planted victim) {
        return new Planted(victim.tenant(), "2026-999998", List.of(UUID.randomUUID()), "none", Set.of(), Set.of(), List.of(), List.of());
    }

    private List<String> last(int events) {
        return world.at("fjordvik:", () -> db.resultQuery("select type || ' by ' || coalesce(actor_id::text, 'nobody') || ' ' || data from events.event where " + BY_ATTACK + " order by at desc limit ?", events)
                .fetch(row -> row.get(0, String.class)));
    }

    /** How many events of the tenant are by nobody of its people. */
    private int strangers(Planted victim) {
        return world.at(victim.tenant() + ":", () -> db.fetchCount(db.selectOne().from("events.event").where(BY_ATTACK)
                .and("not exists (select from people.person where person.tenant_id = event.tenant_id and person.id = event.actor_id)")));
    }

    private int written(Planted victim) {
        return world.at(victim.tenant() + ":", () -> db.fetchCount(db.selectOne().from("events.event").where(BY_ATTACK)));
    }
}
