package no.torg.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** The three logins of Torg and its database; none of them may pass by row security. */
final class Roles {

    private Roles() {
    }

    /** Makes what is missing; true when the database was, so that there is nothing in it yet. */
    static boolean ensure(String url, Logins logins) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", logins.superuserPassword())) {
            connection.setAutoCommit(false);
            login(connection, EmbeddedPostgres.OWNER, "createrole", logins.ownerPassword());
            login(connection, EmbeddedPostgres.APP, "nocreaterole", logins.appPassword());
            login(connection, EmbeddedPostgres.WORKER, "nocreaterole", logins.workerPassword());
            connection.commit();
            connection.setAutoCommit(true);
            return database(connection);
        }
    }

    private static void login(Connection connection, String role, String may, String password) throws SQLException {
        if (has(connection, "select from pg_roles where rolname = ?", role)) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("create role " + role + " login nosuperuser nobypassrls nocreatedb " + may);
        }
        // hashed here: the password never stands in a statement, nor in a log
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private static boolean database(Connection connection) throws SQLException {
        if (has(connection, "select from pg_database where datname = ?", EmbeddedPostgres.DATABASE)) {
            return false;
        }
        try (var statement = connection.createStatement()) {
            statement.execute("create database " + EmbeddedPostgres.DATABASE + " owner " + EmbeddedPostgres.OWNER);
        }
        return true;
    }

    private static boolean has(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }
}
