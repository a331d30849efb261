package no.torg.cases.replay;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;

import no.torg.cases.replay.Replays.Replay;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg replay show}: what the last replays of a tenant found. */
@Called(name = "replay show", usage = "[--tenant T]", does = "tell what the last ten replays of the log found")
class ReplayShowVerb implements Verb {

    private static final int LAST = 10;

    private final Replays replays;
    private final Tenants tenants;

    ReplayShowVerb(Replays replays, Tenants tenants) {
        this.replays = replays;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        var tenant = tenants.of(arguments);
        tenant.run(() -> replays.newest(LAST).forEach(replay -> tell(out, tenant, replay)));
    }

    static void tell(PrintStream out, Tenant tenant, Replay replay) {
        var when = replay.began().atZone(tenant.zone()).truncatedTo(ChronoUnit.SECONDS).toLocalDateTime();
        out.printf("%s, %s, %s: %d cases, %d events, %s%n", tenant.slug(), when, replay.night() == null ? "asked for" : "nightly", replay.cases(), replay.events(),
                replay.ended() == null ? "not at its end yet" : replay.good() ? "no difference"
                        : "%d cases, %d teams' counts and %d measures by service, team and month differ".formatted(replay.differing(), replay.teams(), replay.figures()));
        replay.differences().forEach(one -> out.printf("  case %s, %s: kept %s, replayed %s%n", one.caseId(), one.noun(), said(one.kept()), said(one.replayed())));
    }

    private static String said(String value) {
        return value.isEmpty() ? "nothing" : value;
    }
}
