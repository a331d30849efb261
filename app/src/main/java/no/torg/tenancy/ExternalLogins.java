package no.torg.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Properties;

/** The two least-rights logins of an external cluster: made at first start by the owner, their passwords given or kept in the data folder. */
record ExternalLogins(String appPassword, String workerPassword) {

    private static final String SCRIPT = """
            -- Torg's logins and database, for PostgreSQL 15 or newer. Run by a superuser: psql -f torg.sql
            -- The owner makes and changes the tables; the other two, which the pages and the log use, own nothing.
            create role torg_owner login nosuperuser nobypassrls password '%1$s';
            create role torg_app login nosuperuser nobypassrls password '%2$s';
            create role torg_worker login nosuperuser nobypassrls password '%3$s';
            create database torg owner torg_owner template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8';
            revoke connect, temporary on database torg from public;
            grant connect on database torg to torg_owner, torg_app, torg_worker;

            -- Then Torg is started with these in its environment:
            --   TORG_DATABASE_URL=jdbc:postgresql://HOST:5432/torg
            --   TORG_DATABASE_USER=torg_owner
            --   TORG_DATABASE_PASSWORD=%1$s
            --   TORG_DATABASE_APP_PASSWORD=%2$s
            --   TORG_DATABASE_WORKER_PASSWORD=%3$s
            """;

    static ExternalLogins make(DatabaseSettings settings) {
        var logins = settings.appPassword() != null && settings.workerPassword() != null
                ? new ExternalLogins(settings.appPassword(), settings.workerPassword())
                : kept(settings.data().resolve("database.properties"));
        try (var owner = DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            makeIfMissing(owner, "torg_app", logins.appPassword());
            makeIfMissing(owner, "torg_worker", logins.workerPassword());
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot prepare the logins torg_app and torg_worker at " + settings.url()
                    + ". Let the owner have CREATEROLE, or run what ./torg db-setup prints.", failed);
        }
        return logins;
    }

    /** What a DBA runs instead, when the owner may not create roles; with passwords made for this once. */
    static String script() {
        return SCRIPT.formatted(randomPassword(), randomPassword(), randomPassword());
    }

    private static void makeIfMissing(Connection owner, String login, String password) throws SQLException {
        try (var asked = owner.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            asked.setString(1, login);
            if (asked.executeQuery().next()) {
                return;
            }
        }
        try (var statement = owner.createStatement()) {
            var quoted = statement.enquoteLiteral(password);
            statement.execute("create role " + login + " login nosuperuser nobypassrls password " + quoted);
        }
    }

    private static ExternalLogins kept(Path file) {
        try {
            var kept = new Properties();
            if (Files.exists(file)) {
                try (var in = Files.newInputStream(file)) {
                    kept.load(in);
                }
            } else {
                Files.createDirectories(file.getParent());
                kept.setProperty("app", randomPassword());
                kept.setProperty("worker", randomPassword());
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try (var out = Files.newOutputStream(file)) {
                    kept.store(out, "Passwords of torg_app and torg_worker");
                }
            }
            return new ExternalLogins(kept.getProperty("app"), kept.getProperty("worker"));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot keep the database passwords in " + file, failed);
        }
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
