package no.torg.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The files of one PostgreSQL and the way to start a server on them. */
record Cluster(Path folder, Account account, Binaries binaries) {

    // what can be tuned; a file own.conf in the cluster is read after it
    private static final String SETTINGS = """
        # Written by Torg at every start: put changes in own.conf beside it
        max_connections = 60
        shared_buffers = {buffers}MB
        work_mem = 16MB
        maintenance_work_mem = 128MB
        effective_cache_size = {cache}MB
        random_page_cost = 1.1
        max_wal_size = 2GB
        checkpoint_timeout = 15min
        jit = off
        client_connection_check_interval = 10s
        timezone = 'UTC'
        log_timezone = 'UTC'
        lc_messages = 'C'
        logging_collector = on
        log_directory = 'log'
        log_filename = 'postgresql-%a.log'
        log_rotation_age = 1d
        log_rotation_size = 0
        log_truncate_on_rotation = on
        """;

    static Cluster in(Path folder) throws IOException {
        return new Cluster(folder, Account.find(), Binaries.in(folder));
    }

    static Path path(Path folder) {
        return folder.resolve("postgres");
    }

    Path path() {
        return path(folder);
    }

    boolean made() {
        return Files.exists(path().resolve("PG_VERSION"));
    }

    /** Makes the files with their only superuser; a cluster stands in its place whole or not at all. */
    void make(String superuserPassword) throws IOException {
        var draft = folder.resolve("postgres-new");
        Folders.delete(draft);
        Files.createDirectory(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var password = draft.resolve("password");
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, superuserPassword);
        account.own(draft);
        account.own(password);
        account.reach(draft);
        account.reach(binaries.initdb());
        var target = draft.resolve("cluster");
        Programs.run(command(binaries.initdb().toString(), "-D", target.toString(), "-U", "postgres", "--pwfile=" + password,
            "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
            "--data-checksums"), "Making a PostgreSQL cluster in " + folder);
        Files.writeString(target.resolve("postgresql.conf"), "\ninclude = 'torg.conf'\ninclude_if_exists = 'own.conf'\n",
            StandardOpenOption.APPEND);
        Folders.force(target.resolve("postgresql.conf"));
        Files.move(target, path());
        Folders.force(folder);
        Folders.delete(draft);
    }

    /** Refuses files of another major version, which these programs can't read. */
    void check() throws IOException {
        var found = Files.readString(path().resolve("PG_VERSION")).strip();
        if (!found.equals(binaries.major())) {
            throw new EmbeddedPostgresRefused("The data in " + path() + " are of PostgreSQL " + found + " and this Torg carries "
                + binaries.major() + "; run the Torg that wrote them, or move them with pg_upgrade.");
        }
    }

    /** Starts a server in a session of its own, so that Ctrl-C reaches it through us only. */
    Process launch(int port) throws IOException {
        account.own(path());
        account.reach(path());
        account.reach(binaries.postgres());
        Files.writeString(path().resolve("torg.conf"), settings(Memory.megabytes()));
        account.own(path().resolve("torg.conf"));
        var command = new ArrayList<>(List.of("setsid"));
        // on the command line: no file can turn these off
        command.addAll(command(binaries.postgres().toString(), "-D", path().toString(), "-p", String.valueOf(port),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
            "-c", "fsync=on", "-c", "full_page_writes=on", "-c", "synchronous_commit=on"));
        return Programs.background(command, startLog());
    }

    /** An eighth of the machine's memory for pages that are in use, half for what the system keeps of files; what is not touched is not taken. */
    static String settings(long megabytes) {
        return SETTINGS.replace("{buffers}", Long.toString(Math.clamp(megabytes / 8, 128, 8_192))).replace("{cache}", Long.toString(Math.max(1_024, megabytes / 2)));
    }

    /** True for a server that this Torg would start no differently. */
    boolean fits(Postmaster server) throws IOException {
        return server.runs(binaries.postgres()) && account.runs(server.process());
    }

    Path startLog() {
        return folder.resolve("postgres-start.log");
    }

    private List<String> command(String... program) {
        var command = new ArrayList<>(account.prefix());
        command.addAll(List.of(program));
        return command;
    }
}
