package no.torg.demo;

import java.io.PrintStream;
import java.time.Instant;

import no.torg.verbs.Verb;
import org.springframework.stereotype.Component;

/** Fills the demo world on request, for an external database that begins empty. */
@Component
class DemoVerb implements Verb {

    private final DemoWorld world;
    private final DemoSettings settings;

    DemoVerb(DemoWorld world, DemoSettings settings) {
        this.world = world;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String usage() {
        return "--password P  fill the demo world, everybody signing in with the password";
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        var filled = world.fill(settings.services(), arguments.option("password"), Instant.now(), true);
        out.println(filled.isEmpty() ? "The demo world is here already" : "Filled " + filled.size() + " tenants");
    }
}
