package no.torg.people;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg token}. */
@Called(name = "token", usage = "EMAIL [--scopes A,B] [--days N] [--label TEXT] [--tenant T]",
        does = "make a token for the API, that acts as the person")
class TokenMake implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final ApiTokens tokens;
    private final Meant meant;
    private final Tenants tenants;

    TokenMake(ApiTokens tokens, Meant meant, Tenants tenants) {
        this.tokens = tokens;
        this.meant = meant;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var person = meant.person(arguments.word(0, "the e-mail address"));
            var scopes = arguments.given("scopes").isPresent() ? arguments.list("scopes") : List.of("*");
            var lives = Duration.ofDays(days(arguments.option("days", "90")));
            var token = tokens.make(OPERATOR, person, arguments.option("label", "made at the terminal"), scopes, lives);
            out.println(token);
        });
    }

    private static int days(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new Misuse("--days is a whole number, as 90.");
        }
    }
}
