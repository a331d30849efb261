package no.torg.cases.replay;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

import no.torg.events.Yielding;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg replay}: compares every case with what the log says of it now, and the counts and figures too. */
@Called(name = "replay", usage = "[--tenant T]", does = "replay the log over all cases and tell what differs, as is done every night")
class ReplayVerb implements Verb {

    private final Replaying replaying;
    private final Replays replays;
    private final Tenants tenants;

    ReplayVerb(Replaying replaying, Replays replays, Tenants tenants) {
        this.replaying = replaying;
        this.replays = replays;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        var bad = new ArrayList<String>();
        Yielding.run(() -> replay(arguments, out, bad));
        if (!bad.isEmpty()) {
            throw new IllegalStateException("What is kept differs from the log: " + String.join(", ", bad) + ".");
        }
    }

    private void replay(Arguments arguments, PrintStream out, List<String> bad) {
        for (var tenant : arguments.given("tenant").isPresent() ? List.of(tenants.of(arguments)) : tenants.all()) {
            var done = tenant.ask(() -> replaying.work(replays.begin(), Replaying.SLICE, () -> true));
            ReplayShowVerb.tell(out, tenant, done);
            if (!done.good()) {
                bad.add(tenant.slug());
            }
        }
    }
}
