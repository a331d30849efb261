package no.torg.calendars;

import java.io.PrintStream;

import no.torg.people.Actor;
import no.torg.people.Roles;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;
import no.torg.web.Refused;

/** {@code ./torg calendar bind}. */
@Called(name = "calendar bind", usage = "NAME --team TEAM [--tenant T]", does = "let a team work by a calendar")
class CalendarBind implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Calendars calendars;
    private final Roles roles;
    private final Tenants tenants;

    CalendarBind(Calendars calendars, Roles roles, Tenants tenants) {
        this.calendars = calendars;
        this.roles = roles;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var name = arguments.word(0, "the name of the calendar");
            var calendar = calendars.all(OPERATOR).stream().filter(one -> one.name().equalsIgnoreCase(name)).findFirst()
                    .orElseThrow(() -> new Refused("calendars.calendar.unknown", name));
            calendars.bind(OPERATOR, roles.scopeNamed("team", arguments.option("team")), calendar.id());
            out.println(arguments.option("team") + " works by " + calendar.name() + ". A Torg that runs knows it within ten seconds.");
        });
    }
}
