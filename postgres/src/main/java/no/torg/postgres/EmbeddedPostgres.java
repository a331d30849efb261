package no.torg.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL that Torg brings along, on a data folder that one process at a time owns; it survives that process being killed. */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String DATABASE = "torg";
    static final String OWNER = "torg_owner";
    static final String APP = "torg_app";
    static final String WORKER = "torg_worker";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private Postmaster postmaster;
    private final Logins logins;
    private final boolean created;
    private @Nullable Hold hold;

    private EmbeddedPostgres(Postmaster postmaster, Logins logins, boolean created, @Nullable Hold hold) {
        this.postmaster = postmaster;
        this.logins = logins;
        this.created = created;
        this.hold = hold;
    }

    /** Makes the cluster if there is none, takes over a server that a killed owner left, or starts one; refuses while another process owns the folder. */
    public static EmbeddedPostgres start(Path dataFolder) throws EmbeddedPostgresRefused {
        try {
            var folder = Folders.made(dataFolder);
            var hold = Hold.take(folder);
            try {
                return owned(folder, hold);
            } catch (IOException | SQLException | RuntimeException e) {
                hold.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            throw new EmbeddedPostgresRefused("PostgreSQL could not be started in " + dataFolder + " (" + e + ").", e);
        }
    }

    /** The server that a living process owns, to be used beside it and not stopped; empty when none is ready, and for an orphan, which {@link #start} takes over. */
    public static Optional<EmbeddedPostgres> attach(Path dataFolder) throws EmbeddedPostgresRefused {
        try {
            var folder = dataFolder.toAbsolutePath().toFile().isDirectory() ? dataFolder.toRealPath() : dataFolder;
            if (!Hold.isTaken(folder)) {
                return Optional.empty();
            }
            var logins = Logins.read(folder);
            var running = Postmaster.running(Cluster.path(folder));
            if (logins.isEmpty() || running.isEmpty() || !running.get().status().equals("ready")) {
                return Optional.empty();
            }
            return Optional.of(new EmbeddedPostgres(running.get(), logins.get().withPort(running.get().port()), false, null));
        } catch (IOException e) {
            throw new EmbeddedPostgresRefused("The PostgreSQL in " + dataFolder + " can't be reached (" + e + ").", e);
        }
    }

    /** The TCP port on 127.0.0.1. */
    public int port() {
        return logins.port();
    }

    /** The JDBC address of a database in this cluster, Torg's own being {@code torg}. */
    public String url(String database) {
        return url(logins.port(), database);
    }

    /** Whether this process owns the server, until {@link #close}. */
    public synchronized boolean isOwned() {
        return hold != null;
    }

    /** Starts the server again on the same port if it has died under its living owner; true when it had. Does nothing after {@link #close}. */
    public synchronized boolean revive() throws EmbeddedPostgresRefused {
        if (hold == null || postmaster.alive()) {
            return false;
        }
        try {
            log.warn("PostgreSQL (process {}) has died; starting it again", postmaster.process().pid());
            postmaster = started(Cluster.in(postmaster.cluster().getParent()), logins);
            if (postmaster.port() != logins.port()) {
                postmaster.stop();
                throw new EmbeddedPostgresRefused("PostgreSQL's port " + logins.port() + " was taken by another program while it was down.", new IOException("port taken"));
            }
            return true;
        } catch (IOException e) {
            throw new EmbeddedPostgresRefused("PostgreSQL could not be started again (" + e + ").", e);
        }
    }

    /** The login that owns the database and runs the migrations. */
    public String ownerUser() {
        return OWNER;
    }

    public String ownerPassword() {
        return logins.ownerPassword();
    }

    /** The login that serves requests: it owns nothing and is under row security. */
    public String appUser() {
        return APP;
    }

    public String appPassword() {
        return logins.appPassword();
    }

    /** The login that reads the log of events across tenants. */
    public String workerUser() {
        return WORKER;
    }

    public String workerPassword() {
        return logins.workerPassword();
    }

    /** The cluster's only superuser, for tests and repairs. */
    public String superuser() {
        return "postgres";
    }

    public String superuserPassword() {
        return logins.superuserPassword();
    }

    /** True when this start made the database, so that it is empty. */
    public boolean created() {
        return created;
    }

    /** Stops the server within seconds if this process owns it, and gives the folder back; does nothing the second time or when attached. */
    @Override
    public synchronized void close() {
        var owned = hold;
        if (owned == null) {
            return;
        }
        hold = null;
        try (owned) {
            postmaster.stop();
        } catch (IOException e) {
            throw new EmbeddedPostgresRefused("PostgreSQL could not be stopped (" + e + ").", e);
        }
    }

    private static EmbeddedPostgres owned(Path folder, Hold hold) throws IOException, SQLException {
        var cluster = Cluster.in(folder);
        var logins = logins(folder, cluster);
        if (!cluster.made()) {
            log.info("Making a new PostgreSQL cluster in {}", cluster.path());
            cluster.make(logins.superuserPassword());
        }
        cluster.check();
        var taken = takenOver(cluster);
        var postmaster = taken.isPresent() ? taken.get() : started(cluster, logins);
        try {
            var kept = logins.withPort(postmaster.port());
            if (kept.port() != logins.port()) {
                kept.write(folder);
            }
            var created = Roles.ensure(url(kept.port(), "postgres"), kept);
            cluster.binaries().prune(folder);
            return new EmbeddedPostgres(postmaster, kept, created, hold);
        } catch (IOException | SQLException | RuntimeException e) {
            postmaster.stop();
            throw e;
        }
    }

    private static Logins logins(Path folder, Cluster cluster) throws IOException {
        var kept = Logins.read(folder);
        if (kept.isPresent()) {
            return kept.get();
        }
        if (cluster.made()) {
            throw new EmbeddedPostgresRefused("The passwords of the data in " + folder + " are gone; put "
                + Logins.file(folder).getFileName() + " back from a backup.");
        }
        var fresh = Logins.random();
        fresh.write(folder);
        return fresh;
    }

    /** The server of an owner that was killed; one that is stopping, or that we would start differently, makes way. */
    private static Optional<Postmaster> takenOver(Cluster cluster) throws IOException {
        var running = Postmaster.running(cluster.path());
        if (running.isEmpty()) {
            return Optional.empty();
        }
        if (cluster.fits(running.get()) && !running.get().status().equals("stopping") && running.get().ready()) {
            log.info("Taking over the PostgreSQL (process {}) whose owner was killed", running.get().process().pid());
            return running;
        }
        running.get().stop();
        return Optional.empty();
    }

    private static Postmaster started(Cluster cluster, Logins logins) throws IOException {
        Postmaster.clear(cluster.path());
        for (var attempt = 0; attempt < 3; attempt++) {
            var port = attempt == 0 && Ports.free(logins.port()) ? logins.port() : Ports.any();
            var postmaster = new Postmaster(cluster.path(), cluster.launch(port).toHandle());
            if (postmaster.ready()) {
                return postmaster;
            }
            postmaster.stop();
            if (Ports.free(port)) {
                break;
            }
        }
        throw new EmbeddedPostgresRefused("PostgreSQL did not start on " + cluster.path() + "; the reason stands last in "
            + cluster.startLog() + " or in " + cluster.path().resolve("log") + ".");
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
