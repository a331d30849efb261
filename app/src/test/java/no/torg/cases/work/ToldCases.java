package no.torg.cases.work;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import no.torg.World;
import no.torg.cases.CaseState;
import no.torg.cases.Closures;
import no.torg.cases.Waits;
import no.torg.cases.requests.Requests;
import no.torg.events.Moment;
import no.torg.people.Actor;
import org.springframework.boot.test.context.TestComponent;

/** Cases of the university's service desk of which it is told when what happened to them, through the doors that people use. */
@TestComponent
class ToldCases {

    private static final Actor SYSTEM = Actor.system("test");

    private final World world;
    private final Requests requests;
    private final Waits waits;
    private final Closures closures;

    ToldCases(World world, Requests requests, Waits waits, Closures closures) {
        this.world = world;
        this.requests = requests;
        this.waits = waits;
        this.closures = closures;
    }

    /** Does something at a moment, in the university. */
    void at(String moment, Runnable what) {
        at(instant(moment), what);
    }

    /** A case that a student opened then; gives its number. */
    String opened(String moment) {
        return opened(instant(moment));
    }

    /** A student's case that was resolved so long ago, three hours after it was opened, and closed an hour later if that is how it stands; gives its number. */
    String ended(String state, Duration ago) {
        var resolved = Instant.now().minus(ago);
        var number = opened(resolved.minus(Duration.ofHours(3)));
        at(resolved, () -> closures.resolve(worker(), number, CaseState.NEW));
        if (state.equals("closed")) {
            at(resolved.plus(Duration.ofHours(1)), () -> closures.close(worker(), number, CaseState.RESOLVED, "done", null));
        }
        return number;
    }

    /** Closes the case now, so that nobody finds it among the open ones. */
    void close(String number) {
        at(Instant.now(), () -> closures.close(SYSTEM, number, waits.stateNow(SYSTEM, number), "done", null));
    }

    /** Who works with it. */
    Actor worker() {
        return world.actor("nina-foss");
    }

    static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private String opened(Instant moment) {
        var number = new String[1];
        at(moment, () -> number[0] = requests.submit(world.actor("ingrid-hauge"), "it-service-desk", Map.of("description", "Nettet er nede"), List.of(), null, "portal")
                .opened().number());
        return number[0];
    }

    private void at(Instant moment, Runnable what) {
        world.at("fjordvik:", () -> {
            Moment.at(moment, what);
            return null;
        });
    }
}
