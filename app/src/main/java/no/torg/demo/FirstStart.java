package no.torg.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import no.torg.tenancy.Database;
import no.torg.tenancy.Tenants;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The embedded database's first start: fills the demo world, with a password made here and kept in the data folder; then says where to go. */
@Component
@ConditionalOnWebApplication
class FirstStart {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final DemoSettings settings;
    private final DemoWorld world;
    private final Database database;
    private final Tenants tenants;

    FirstStart(DemoSettings settings, DemoWorld world, Database database, Tenants tenants) {
        this.settings = settings;
        this.world = world;
        this.database = database;
        this.tenants = tenants;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!database.embedded() || !settings.firstStart()) {
            return;
        }
        var password = password();
        world.fill(settings.services(), password, Instant.now(), true);
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext server) {
            var port = server.getWebServer().getPort();
            if (settings.train()) {
                train(port, password, server);
                return;
            }
            System.out.println(welcome(port, password));
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

    private String welcome(int port, String password) {
        var addresses = tenants.all().stream().map(tenant -> "  http://%s:%d  %s".formatted(tenants.hosts(tenant).getFirst(), port, tenant.name()))
                .collect(Collectors.joining("\n"));
        var signIns = List.of("ingrid.hauge@student.fjordvik.example  student", "kari.lunde@fjordvik.example  case worker",
                "lise.dahl@fjordvik.example  team leader", "vilde.sorum@fjordvik.example  service owner", "arne.solvang@fjordvik.example  administrator");
        return "\nTorg is running:\n" + addresses + "\n\nSign in with the password " + password + " as\n  " + String.join("\n  ", signIns) + "\nStop with Ctrl-C.\n";
    }

    private String password() {
        var file = settings.data().resolve("demo-password");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
            var random = new SecureRandom();
            var made = IntStream.range(0, 14).mapToObj(i -> i == 4 || i == 9 ? "-" : String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                    .collect(Collectors.joining());
            write(file, made);
            return made;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot keep the demo password in " + file, failed);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
