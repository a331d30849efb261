package no.torg.people;

import java.util.Collection;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** Local accounts made at once for several persons, with one password: a demo world's, a test's. */
@Component
public class LocalAccounts {

    private final Persons persons;
    private final SignIn signIn;

    LocalAccounts(Persons persons, SignIn signIn) {
        this.persons = persons;
        this.signIn = signIn;
    }

    /** Who gets an account, signing in by this mail. */
    public record Holder(UUID person, String mail) {
    }

    /** Gives all of them this password. System actors only. */
    public void give(Actor actor, Collection<Holder> holders, String password) {
        if (actor.person() != null) {
            throw new Forbidden();
        }
        var hash = signIn.encoded(password);
        holders.forEach(holder -> persons.keepPassword(holder.person(), holder.mail(), hash));
    }
}
