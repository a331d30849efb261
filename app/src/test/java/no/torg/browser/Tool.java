package no.torg.browser;

import java.util.concurrent.Callable;

/** How a program among the tests ends, also when it fails: a browser and a server that it has started would let it go on for ever. */
final class Tool {

    private Tool() {
    }

    /** Does the work and ends the JVM: with 0 when all was well, 1 when something was not, or the work failed, which is told. */
    static void run(Callable<Boolean> work) {
        var outcome = 1;
        try {
            outcome = work.call() ? 0 : 1;
        } catch (Throwable failed) {
            failed.printStackTrace();
        } finally {
            System.exit(outcome);
        }
    }
}
