package no.torg.calendars;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import no.torg.people.Actor;
import no.torg.people.Organisation;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Spoken;
import no.torg.verbs.Verb;
import no.torg.verbs.Verb.Misuse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Working hours from the command line. */
@Configuration(proxyBeanMethods = false)
class CalendarVerbs {

    private static final Actor OPERATOR = Actor.system("operator");

    private final Tenants tenants;
    private final Calendars calendars;
    private final Organisation organisation;

    CalendarVerbs(Tenants tenants, Calendars calendars, Organisation organisation) {
        this.tenants = tenants;
        this.calendars = calendars;
        this.organisation = organisation;
    }

    @Bean
    Verb calendarAdd() {
        return new Spoken("calendar add", "NAME --hours 08:00-16:00 [--days mon,tue,wed,thu,fri]  add working hours, Norwegian public holidays off", (said, out) ->
                tenants.meant(said.options().get("tenant")).run(() -> {
                    Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
                    for (var day : said.option("days", "mon,tue,wed,thu,fri").split(",")) {
                        week.put(day(day.strip()), List.of(said.option("hours").split(",")).stream().map(Hours::parse).toList());
                    }
                    out.println(calendars.add(OPERATOR, said.word(0, "a name"), new WorkingCalendar(Tenant.current().zone(), week, Map.of(), true)));
                }));
    }

    @Bean
    Verb calendarBind() {
        return new Spoken("calendar bind", "TEAM CALENDAR  let a team work by a calendar", (said, out) -> tenants.meant(said.options().get("tenant")).run(() -> {
            var team = organisation.teamByName(said.word(0, "the team")).orElseThrow(() -> new Misuse("There is no such team"));
            var calendar = calendars.all(OPERATOR).stream().filter(known -> known.name().equalsIgnoreCase(said.word(1, "the calendar"))).findFirst()
                    .orElseThrow(() -> new Misuse("There is no such calendar"));
            calendars.bind(OPERATOR, team, calendar.id());
        }));
    }

    private static DayOfWeek day(String name) {
        return Set.of(DayOfWeek.values()).stream().filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(name) && name.length() >= 3).findFirst()
                .orElseThrow(() -> new Misuse("A day is mon, tue, wed, thu, fri, sat or sun"));
    }
}
