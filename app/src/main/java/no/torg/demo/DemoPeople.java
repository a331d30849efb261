package no.torg.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import no.torg.catalog.Topics;
import no.torg.people.Actor;
import no.torg.people.LocalAccounts;
import no.torg.people.Organisation;
import no.torg.people.Persons;
import no.torg.people.Roles;
import no.torg.people.Roles.Held;
import no.torg.web.Language;
import org.springframework.stereotype.Component;

/** The demo world's organisation and people. */
@Component
class DemoPeople {

    private final Organisation organisation;
    private final Roles roles;
    private final Persons persons;
    private final LocalAccounts accounts;
    private final Topics topics;

    DemoPeople(Organisation organisation, Roles roles, Persons persons, LocalAccounts accounts, Topics topics) {
        this.organisation = organisation;
        this.roles = roles;
        this.persons = persons;
        this.accounts = accounts;
        this.topics = topics;
    }

    /** Who is who, by the file's keys. */
    record Cast(Map<String, UUID> units, Map<String, UUID> teams, Map<String, UUID> persons) {
    }

    boolean anybody() {
        return persons.anybody();
    }

    Cast fill(Actor teller, Told told, String password) {
        var position = 0;
        for (var audience : told.list("audiences")) {
            organisation.keepAudience(teller, new Organisation.Audience(audience.text("id"), audience.names("names")), position++);
        }
        for (var topic : told.list("topics")) {
            topics.keep(teller, new Topics.Topic(topic.text("id"), topic.text("icon"), topic.names("names"), topic.names("notes")), position++);
        }
        var units = new LinkedHashMap<String, UUID>();
        for (var unit : told.list("units")) {
            units.put(unit.text("key"), organisation.addUnit(teller, unit.text("name"), units.get(unit.textOrNull("parent")), unit.textOrNull("number")));
        }
        var teams = new LinkedHashMap<String, UUID>();
        for (var team : told.list("teams")) {
            teams.put(team.text("key"), organisation.addTeam(teller, team.text("name"), units.get(team.text("unit")), teams.get(team.textOrNull("parent"))));
        }
        var cast = new Cast(units, teams, new LinkedHashMap<>());
        var holders = new ArrayList<LocalAccounts.Holder>();
        for (var person : told.list("persons")) {
            var id = add(teller, person, cast);
            holders.add(new LocalAccounts.Holder(id, person.text("mail")));
        }
        accounts.give(teller, holders, password);
        return cast;
    }

    private UUID add(Actor teller, Told person, Cast cast) {
        var language = Language.of(person.text("language")).orElse(Language.NB);
        var id = persons.add(teller, person.text("name"), person.text("mail"), person.textOrNull("phone"), language);
        cast.persons().put(person.text("key"), id);
        person.list("affiliations").forEach(known -> organisation.affiliate(teller, id, known.text("kind"), cast.units().get(known.text("unit"))));
        for (var role : person.list("roles")) {
            if (role.has("team")) {
                roles.grant(teller, new Held(id, role.text("role"), "team", cast.teams().get(role.text("team"))), null);
            } else if (!role.has("service")) {
                roles.grant(teller, new Held(id, role.text("role"), "tenant", null), null);
            }
        }
        return id;
    }
}
