package no.torg.postgres;

/** The embedded PostgreSQL can't be had; the message is one sentence that says why and what to do. */
public final class EmbeddedPostgresRefused extends RuntimeException {

    EmbeddedPostgresRefused(String message) {
        super(message);
    }

    EmbeddedPostgresRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
