package no.torg.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedPostgresTest {

    @TempDir
    static Path temporary;
    static Path pattern;

    Path folder;

    /** One cluster made in earnest, that most tests begin with a copy of: making one costs a thousand forced writes. */
    @BeforeAll
    static void aClusterMadeFromNothing() throws Exception {
        System.setProperty("TORG_POSTGRES_BINARIES", temporary.resolve("binaries").toString());
        // as /tmp folders of tests are closed to the account that stands in for root
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwx--x--x"));
        pattern = temporary.resolve("pattern");
        try (var postgres = EmbeddedPostgres.start(pattern)) {
            assertThat(postgres.created()).isTrue();
        }
    }

    @BeforeEach
    void copiedFolder() throws Exception {
        // what people call folders, as far as the machine can write it
        var name = Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode('å') ? "på disk " : "on disk ";
        folder = temporary.resolve(name + System.nanoTime());
        assertThat(new ProcessBuilder("cp", "-a", pattern.toString(), folder.toString()).inheritIO().start().waitFor()).isZero();
    }

    @AfterEach
    void nothingLeft() throws IOException {
        var left = Postmaster.running(Cluster.path(folder.toRealPath()));
        if (left.isPresent()) {
            left.get().stop();
        }
    }

    @Test
    void isDurableAndLocalWithItsThreeLogins() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(postgres.created()).isFalse();
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
            assertThat(setting(postgres, "full_page_writes")).isEqualTo("on");
            assertThat(setting(postgres, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(postgres, "data_checksums")).isEqualTo("on");
            assertThat(setting(postgres, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(postgres, "password_encryption")).isEqualTo("scram-sha-256");
            assertThat(text(owner(postgres), "select setting::bigint / 128 from pg_settings where name = 'shared_buffers'")).isEqualTo("" + Math.clamp(Memory.megabytes() / 8, 128, 8_192));
            assertThat(setting(postgres, "max_wal_size")).isEqualTo("2GB");
            assertThat(setting(postgres, "log_timezone")).isEqualTo("UTC");
            assertThat(setting(postgres, "server_encoding")).isEqualTo("UTF8");
            assertThat(text(owner(postgres), "select string_agg(rolname, ' ' order by rolname) from pg_roles"
                + " where rolname like 'torg%' and not rolsuper and not rolbypassrls")).isEqualTo("torg_app torg_owner torg_worker");
            assertThat(text(login(postgres, "torg_app", postgres.appPassword()), "select current_user")).isEqualTo("torg_app");
            assertThat(text(login(postgres, "torg_worker", postgres.workerPassword()), "select current_user")).isEqualTo("torg_worker");
            assertThat(text(owner(postgres), "select upper('blåbærsyltetøy') || (lower('Å') = 'å')")).isEqualTo("BLÅBÆRSYLTETØYtrue");
            assertThatThrownBy(() -> login(postgres, "torg_app", "guess")).hasMessageContaining("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Logins.file(folder)))).isEqualTo("rw-------");
        }
        assertThat(EmbeddedPostgres.attach(folder)).isEmpty();
    }

    @Test
    void keepsRowsAndPasswordsOverARestartAndTakesAnotherPortWhenItsOwnIsTaken() throws Exception {
        int port;
        try (var postgres = EmbeddedPostgres.start(folder)) {
            port = postgres.port();
            keep(postgres, "kept over a restart");
        }
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(postgres.created()).isFalse();
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(kept(postgres)).isEqualTo("kept over a restart");
        }
        try (var foreign = new ServerSocket(port, 1, InetAddress.getLoopbackAddress()); var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(postgres.port()).isNotEqualTo(port).isNotEqualTo(foreign.getLocalPort());
            assertThat(kept(postgres)).isEqualTo("kept over a restart");
        }
    }

    @Test
    void refusesAFolderInUseAndTakesOverWhenItsOwnerWasKilled() throws Exception {
        var owner = ownerProcess();
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).isInstanceOf(EmbeddedPostgresRefused.class)
                .hasMessageContaining(folder.toString()).hasMessageContaining("process " + owner.pid()).hasMessageContaining("TORG_DATA");
            var attached = EmbeddedPostgres.attach(folder).orElseThrow();
            keep(attached, "written beside the owner");
            attached.close();
            assertThat(owner.isAlive()).isTrue();
            assertThat(session(Postmaster.running(Cluster.path(folder)).orElseThrow().process().pid()))
                .as("a session of its own, where Ctrl-C does not reach it").isNotEqualTo(session(owner.pid()));
        } finally {
            owner.destroyForcibly().waitFor();
        }
        assertThat(EmbeddedPostgres.attach(folder)).as("an orphan is taken over, not used beside nobody").isEmpty();
        var orphan = Postmaster.running(Cluster.path(folder)).orElseThrow();
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(Postmaster.running(Cluster.path(folder)).orElseThrow().process()).isEqualTo(orphan.process());
            assertThat(kept(postgres)).isEqualTo("written beside the owner");
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).hasMessageContaining("this process");
        }
        assertThat(orphan.alive()).isFalse();
    }

    @Test
    void recoversWhatWasCommittedWhenTheServerWasKilled() throws Exception {
        for (var childrenToo : List.of(true, false)) {
            var owner = ownerProcess();
            keep(EmbeddedPostgres.attach(folder).orElseThrow(), "committed " + childrenToo);
            owner.destroyForcibly().waitFor();
            var postmaster = Postmaster.running(Cluster.path(folder)).orElseThrow().process();
            var children = postmaster.children().toList();
            assertThat(children).isNotEmpty();
            postmaster.destroyForcibly();
            if (childrenToo) {
                children.forEach(ProcessHandle::destroyForcibly);
            }
            try (var postgres = EmbeddedPostgres.start(folder)) {
                assertThat(kept(postgres)).isEqualTo("committed " + childrenToo);
                assertThat(children).noneMatch(child -> new Postmaster(Cluster.path(folder), child).alive());
            }
        }
    }

    @Test
    void neverSignalsAForeignProcessThatHasTheNumberInPostmasterPid() throws Exception {
        EmbeddedPostgres.start(folder).close();
        var foreign = new ProcessBuilder("sleep", "60").start();
        try {
            for (var pid : List.of(foreign.pid(), ProcessHandle.current().pid())) {
                Files.writeString(Cluster.path(folder).resolve("postmaster.pid"),
                    pid + "\n" + Cluster.path(folder) + "\n1700000000\n5432\n\n127.0.0.1\n  0 0\nready   \n");
                assertThat(EmbeddedPostgres.attach(folder)).isEmpty();
                EmbeddedPostgres.start(folder).close();
                assertThat(foreign.isAlive()).isTrue();
            }
        } finally {
            foreign.destroyForcibly();
        }
    }

    @Test
    void refusesInOneSentenceWhatItCanNotRepair() throws Exception {
        EmbeddedPostgres.start(folder).close();
        var logins = Files.readString(Logins.file(folder));
        Files.delete(Logins.file(folder));
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).isInstanceOf(EmbeddedPostgresRefused.class).hasMessageContaining("from a backup");
        Files.writeString(Logins.file(folder), logins.replace("password.torg_app", "password.other"));
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).isInstanceOf(EmbeddedPostgresRefused.class).hasMessageContaining("password.torg_app is missing");
        Files.writeString(Logins.file(folder), logins);
        Files.writeString(Cluster.path(folder).resolve("PG_VERSION"), "12\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).isInstanceOf(EmbeddedPostgresRefused.class).hasMessageContaining("PostgreSQL 12");
        Files.writeString(Cluster.path(folder).resolve("PG_VERSION"), "18\n");
        Files.writeString(Cluster.path(folder).resolve("own.conf"), "no_such_setting = 1\n");
        assertThatThrownBy(() -> EmbeddedPostgres.start(folder)).isInstanceOf(EmbeddedPostgresRefused.class).hasMessageContaining("did not start");
        Files.writeString(Cluster.path(folder).resolve("own.conf"), "work_mem = 8MB\nfsync = off\n");
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertThat(setting(postgres, "work_mem")).isEqualTo("8MB");
            assertThat(setting(postgres, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void stopsThoughSomebodyIsInTheMiddleOfATransaction() throws Exception {
        var postgres = EmbeddedPostgres.start(folder);
        var busy = owner(postgres);
        busy.setAutoCommit(false);
        busy.createStatement().execute("create table unfinished (id int)");
        var since = System.nanoTime();
        postgres.close();
        postgres.close();
        assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since)).isLessThan(10);
        assertThat(Postmaster.running(Cluster.path(folder))).isEmpty();
    }

    private Process ownerProcess() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "-DTORG_POSTGRES_BINARIES=" + System.getProperty("TORG_POSTGRES_BINARIES"),
            "-cp", System.getProperty("java.class.path"), Owner.class.getName(), folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var lines = process.inputReader();
        var line = lines.readLine();
        while (line != null && !line.startsWith("port ")) {
            line = lines.readLine();
        }
        assertThat(line).as("the owner process started").isNotNull();
        return process;
    }

    private static String session(long pid) throws IOException {
        var fields = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return fields.substring(fields.lastIndexOf(')') + 2).split(" ")[3];
    }

    private static void keep(EmbeddedPostgres postgres, String text) throws SQLException {
        try (var connection = owner(postgres); var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (text text)");
            statement.execute("delete from kept");
            statement.execute("insert into kept values ('" + text + "')");
        }
    }

    private static String kept(EmbeddedPostgres postgres) throws SQLException {
        return text(owner(postgres), "select text from kept");
    }

    private static String setting(EmbeddedPostgres postgres, String name) throws SQLException {
        return text(owner(postgres), "show " + name);
    }

    private static Connection owner(EmbeddedPostgres postgres) throws SQLException {
        return login(postgres, postgres.ownerUser(), postgres.ownerPassword());
    }

    private static Connection login(EmbeddedPostgres postgres, String user, String password) throws SQLException {
        return DriverManager.getConnection(postgres.url("torg"), user, password);
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (connection; var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
