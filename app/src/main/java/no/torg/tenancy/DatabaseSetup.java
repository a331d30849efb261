package no.torg.tenancy;

import java.io.PrintStream;

import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg db-setup}: needs no database, for there is none yet. */
@Called(name = "db-setup", does = "print the script for the administrator of an external database")
class DatabaseSetup implements Verb {

    @Override
    public void run(Arguments arguments, PrintStream out) {
        out.print(ExternalLogins.script());
    }
}
