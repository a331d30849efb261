package no.torg.demo;

import java.io.PrintStream;
import java.time.Instant;

import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg demo}: the demo world on request, also in an external database. */
@Called(name = "demo", does = "fill the demo world: two organisations with people, services and cases")
class Demo implements Verb {

    private final DemoSettings settings;
    private final DemoPassword password;
    private final DemoWorld world;

    Demo(DemoSettings settings, DemoPassword password, DemoWorld world) {
        this.settings = settings;
        this.password = password;
        this.world = world;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        var made = password.kept();
        var filled = world.fill(settings.services(), made, Instant.now(), true);
        if (filled.isEmpty()) {
            out.println("The demo world is there already; nothing was changed.");
            return;
        }
        filled.forEach(one -> out.println("Filled " + one.tenant().name() + "."));
        out.println("Sign in with the password " + made + " as\n  " + String.join("\n  ", FirstStart.SIGN_INS));
    }
}
