package no.torg.people;

import java.io.PrintStream;

import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;
import no.torg.web.Fields;

/** {@code ./torg person add}. */
@Called(name = "person add", usage = "EMAIL --name NAME [--phone NUMBER] [--language nb] [--tenant T]",
        does = "add a person, who gets an account by an invitation")
class PersonAdd implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Persons persons;
    private final Tenants tenants;

    PersonAdd(Persons persons, Tenants tenants) {
        this.persons = persons;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var mail = arguments.word(0, "the e-mail address");
            var language = Fields.language("language", arguments.option("language", "nb"));
            persons.add(OPERATOR, arguments.option("name"), mail, arguments.option("phone", ""), language);
            out.println("Added " + arguments.option("name") + "; ./torg person invite " + mail + " makes the link to an account.");
        });
    }
}
