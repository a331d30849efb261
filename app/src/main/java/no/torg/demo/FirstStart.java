package no.torg.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import no.torg.tenancy.Database;
import no.torg.tenancy.Tenants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The embedded database's first start: fills the demo world, with a password made here and kept in the data folder; then says where to go. */
@Component
@ConditionalOnWebApplication
class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    static final List<String> SIGN_INS = List.of("ingrid.hauge@student.fjordvik.example  student", "kari.lunde@fjordvik.example  case worker",
            "lise.dahl@fjordvik.example  team leader", "vilde.sorum@fjordvik.example  service owner", "arne.solvang@fjordvik.example  administrator");

    private final DemoSettings settings;
    private final DemoWorld world;
    private final DemoPassword password;
    private final Database database;
    private final Tenants tenants;
    private volatile @Nullable Thread filling;

    FirstStart(DemoSettings settings, DemoWorld world, DemoPassword password, Database database, Tenants tenants) {
        this.settings = settings;
        this.world = world;
        this.password = password;
        this.database = database;
        this.tenants = tenants;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!database.embedded() || !settings.firstStart()) {
            return;
        }
        if (!filled(event.getApplicationContext())) {
            return;
        }
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext server) {
            var port = server.getWebServer().getPort();
            if (settings.train()) {
                // on a thread of its own: nothing may be closed while it is still being told that it is ready
                Thread.ofPlatform().start(() -> train(port, password.kept(), server));
                return;
            }
            System.out.println(welcome(port));
        }
    }

    /** Whether the world is there; a stop in the middle is nothing that failed, for the next start fills what is missing. */
    private boolean filled(ConfigurableApplicationContext torg) {
        filling = Thread.currentThread();
        try {
            if (world.isAlone()) {
                world.fill(settings.services(), password.kept(), Instant.now(), true);
            }
            return true;
        } catch (RuntimeException failed) {
            if (!torg.isClosed()) {
                throw failed;
            }
            LOG.info("Stopped while the demo world was being filled; the next start fills what is missing");
            return false;
        } finally {
            filling = null;
        }
    }

    /** A stop waits until what was begun is taken back: the database goes after this. */
    @EventListener
    void closing(ContextClosedEvent event) throws InterruptedException {
        var telling = filling;
        if (telling != null) {
            telling.interrupt();
            for (int i = 0; filling != null && i < 50; i++) {
                Thread.sleep(100);
            }
        }
    }

    private static void train(int port, String password, ServletWebServerApplicationContext server) {
        try {
            new Training(port, password).run(List.of("ingrid.hauge@student.fjordvik.example", "kari.lunde@fjordvik.example"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }

    private String welcome(int port) {
        var addresses = tenants.all().stream().map(tenant -> "  http://%s:%d  %s".formatted(tenants.hosts(tenant).getFirst(), port, tenant.name()))
                .collect(Collectors.joining("\n"));
        var signIns = password.isKept() ? "\n\nSign in with the password " + password.kept() + " as\n  " + String.join("\n  ", SIGN_INS) : "";
        return "\nTorg is running:\n" + addresses + signIns + "\nStop with Ctrl-C.\n";
    }
}
