package no.torg.postgres;

import java.nio.file.Path;

/** A process that owns a data folder until it is killed. */
final class Owner {

    private Owner() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
        System.out.println("port " + postgres.port());
        Thread.sleep(60_000);
    }
}
