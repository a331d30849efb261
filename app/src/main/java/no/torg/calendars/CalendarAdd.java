package no.torg.calendars;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;

import no.torg.people.Actor;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;

/** {@code ./torg calendar add}. */
@Called(name = "calendar add", usage = "NAME --hours HOURS [--zone ZONE] [--holidays off] [--default yes] [--tenant T]",
        does = "add working hours, as \"mon-fri 08:00-16:00; sat 10:00-14:00\"; public holidays are off unless --holidays on")
class CalendarAdd implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Calendars calendars;
    private final Tenants tenants;

    CalendarAdd(Calendars calendars, Tenants tenants) {
        this.calendars = calendars;
        this.tenants = tenants;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        tenants.of(arguments).run(() -> {
            var off = one(arguments, "holidays", "off", "on").equals("off");
            var hours = new WorkingCalendar(zone(arguments), WeekText.read(arguments.option("hours")), Map.of(), off);
            var first = one(arguments, "default", "no", "yes").equals("yes");
            var id = calendars.add(OPERATOR, arguments.word(0, "the name of the calendar"), hours);
            if (first) {
                calendars.makeDefault(OPERATOR, id);
            }
            out.println("Added the calendar " + arguments.words().getFirst() + (first ? ", by which every team works that has no other." : "; ./torg calendar bind gives it to a team."));
        });
    }

    private static ZoneId zone(Arguments arguments) {
        try {
            return arguments.given("zone").map(ZoneId::of).orElseGet(() -> Tenant.current().zone());
        } catch (DateTimeException unknown) {
            throw new Misuse("There is no time zone " + arguments.option("zone") + "; write it as Europe/Oslo.");
        }
    }

    private static String one(Arguments arguments, String option, String usual, String other) {
        var given = arguments.option(option, usual);
        if (!given.equals(usual) && !given.equals(other)) {
            throw new Misuse("--" + option + " is " + usual + " or " + other + ".");
        }
        return given;
    }
}
