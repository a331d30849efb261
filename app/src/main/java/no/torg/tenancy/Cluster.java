package no.torg.tenancy;

import java.time.Duration;
import java.util.Optional;

import no.torg.db.Migrations;
import no.torg.postgres.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL this node uses: ours, started from the data folder, or somebody's at a URL. Migrated when it gets here. */
record Cluster(String url, String appPassword, String workerPassword, boolean embedded, boolean madeNow, @Nullable EmbeddedPostgres owned)
        implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final Duration WATCH = Duration.ofSeconds(2);

    static Cluster embedded(DatabaseSettings settings) {
        var running = settings.attach() ? EmbeddedPostgres.attach(settings.data()) : Optional.<EmbeddedPostgres>empty();
        if (running.isPresent()) {
            return of(running.get(), false, null);
        }
        var started = EmbeddedPostgres.start(settings.data());
        Thread.ofVirtual().name("torg-postgres-watch").start(() -> watch(started));
        return of(started, started.created(), started);
    }

    static Cluster external(DatabaseSettings settings) {
        var logins = ExternalLogins.make(settings);
        Migrations.migrate(settings.url(), settings.user(), settings.password());
        return new Cluster(settings.url(), logins.appPassword(), logins.workerPassword(), false, false, null);
    }

    /** A server that dies under us is started again; what it had acknowledged it still has, and the pools find it on the same port. */
    private static void watch(EmbeddedPostgres postgres) {
        while (postgres.isOwned()) {
            try {
                Thread.sleep(WATCH);
                postgres.revive();
            } catch (InterruptedException interrupted) {
                return;
            } catch (RuntimeException failed) {
                LOG.error("{} Trying again.", failed.getMessage());
            }
        }
    }

    private static Cluster of(EmbeddedPostgres postgres, boolean madeNow, @Nullable EmbeddedPostgres owned) {
        var url = postgres.url("torg");
        Migrations.migrate(url, postgres.ownerUser(), postgres.ownerPassword());
        return new Cluster(url, postgres.appPassword(), postgres.workerPassword(), true, madeNow, owned);
    }

    @Override
    public void close() {
        if (owned != null) {
            owned.close();
        }
    }
}
