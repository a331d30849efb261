package no.torg.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import no.torg.TestFolder;
import no.torg.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Torg on somebody else's PostgreSQL: set up by the printed script, with no rights there but those the script gives. A second cluster of ours stands in for it. */
@Timeout(180)
class ExternalDatabaseTest {

    private static final Pattern SETTING = Pattern.compile("(?m)^-- +(TORG_DATABASE_[A-Z_]+)=(.+)$");
    private static final String ADDRESS = "127.0.0.1";

    @Test
    void it_is_set_up_by_the_script_and_serves_with_least_rights() throws Exception {
        var here = folder("external-own");
        var script = torg(here, Map.of(), "db-setup");
        assertThat(here).as("printing a script starts no database").isEmptyDirectory();

        try (var theirs = EmbeddedPostgres.start(folder("external-theirs"))) {
            emptied(theirs);
            asSuperuser(theirs, script.lines().filter(line -> !line.startsWith("--") && !line.isBlank()).toList());
            var settings = settings(script, theirs.port());
            torg(here, settings, "tenant", "add", "ytre", "--name", "Ytre kommune", "--theme", "solheim", "--host", ADDRESS, "--admin-mail", "a@ytre.example",
                    "--admin-name", "Ada Ytre");
            serves(here, settings, theirs);
            assertThat(here.resolve("postgres")).as("a database of our own beside theirs").doesNotExist();
        }
    }

    private static void serves(Path here, Map<String, String> settings, EmbeddedPostgres theirs) throws Exception {
        var port = freePort();
        var with = new HashMap<>(settings);
        with.put("TORG_PORT", Integer.toString(port));
        var process = started(here, with);
        try {
            var page = new String[1];
            await("a page").atMost(Duration.ofSeconds(90)).until(() -> {
                assertThat(process.isAlive()).as("it has not given up: " + Files.readString(log(here))).isTrue();
                page[0] = page(port);
                return page[0] != null;
            });
            assertThat(page[0]).contains("Ytre kommune");
            rightsAreLeast(settings, theirs);
        } finally {
            process.destroy();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it stops when asked").isTrue();
        }
    }

    private static void rightsAreLeast(Map<String, String> settings, EmbeddedPostgres theirs) throws SQLException {
        var url = settings.get("TORG_DATABASE_URL");
        assertThat(asked(url, theirs, "select distinct installed_by from flyway.flyway_schema_history")).containsExactly("torg_owner");
        assertThat(asked(url, theirs, "select distinct tableowner from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")).containsExactly("torg_owner");
        assertThat(asked(url, theirs, "select distinct usename from pg_stat_activity where datname = 'torg' and application_name = 'torg' order by 1"))
                .containsExactly("torg_app", "torg_worker");
        assertThat(asked(url, theirs, "select rolname from pg_roles where rolname like 'torg%' and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication) order by 1"))
                .containsExactly("torg_app", "torg_owner", "torg_worker");
        assertThat(asked(url, theirs, "select relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('torg_app', 'torg_worker')")).isEmpty();
    }

    private static String page(int port) throws InterruptedException {
        try {
            var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://" + ADDRESS + ":" + port + "/")).build(), BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : null;
        } catch (IOException notYet) {
            return null;
        }
    }

    /** As a server that has never heard of Torg. */
    private static void emptied(EmbeddedPostgres postgres) throws SQLException {
        asSuperuser(postgres, List.of("drop database torg", "drop role torg_owner", "drop role torg_app", "drop role torg_worker"));
    }

    private static void asSuperuser(EmbeddedPostgres postgres, List<String> statements) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.url("postgres"), postgres.superuser(), postgres.superuserPassword()); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> asked(String url, EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, postgres.superuser(), postgres.superuserPassword()); var rows = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** What the script says that Torg is started with. */
    private static Map<String, String> settings(String script, int port) {
        var settings = new HashMap<String, String>();
        SETTING.matcher(script).results().forEach(found -> settings.put(found.group(1), found.group(2).strip().replace("HOST:5432", ADDRESS + ":" + port)));
        assertThat(settings).containsKeys("TORG_DATABASE_URL", "TORG_DATABASE_USER", "TORG_DATABASE_PASSWORD");
        return settings;
    }

    /** Runs a verb and gives what it printed. */
    private static String torg(Path data, Map<String, String> settings, String... words) throws Exception {
        var process = started(data, settings, words);
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        var printed = Files.readString(log(data));
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static Process started(Path data, Map<String, String> settings, String... words) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), "no.torg.Torg"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(data).toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TORG_DATABASE"));
        builder.environment().put("TORG_DATA", data.toString());
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** Beside the folder, which must stay as the process made it. */
    private static Path log(Path data) {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private static Path folder(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(TestFolder.PROJECT.resolve("app/target/test-data")), name);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
