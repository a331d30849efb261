package no.torg.db;

import org.flywaydb.core.Flyway;

/** The one history of the database's form, in folders per module under {@code db/migration}; only ever forward. */
public final class Migrations {

    private Migrations() {
    }

    /** Brings the database at {@code url} to the newest form; {@code owner} owns everything it makes. */
    public static void migrate(String url, String owner, String password) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, owner, password)
                .locations("classpath:db/migration")
                .schemas("flyway")
                .loggers("slf4j")
                .load()
                .migrate();
    }
}
