package no.torg.migration;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.people.ImportedPeople;
import no.torg.people.Organisation;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom and what the names in a log mean here: persons who are not active unless the mapping gives their mail, and teams by name. */
@Component
class Naming {

    private static final String UNKNOWN = "?";

    private final ImportedPeople people;

    Naming(ImportedPeople people) {
        this.people = people;
    }

    /** What the names of some records mean. */
    final class Meant {

        private final Mapping mapping;
        private final Map<String, UUID> known;
        private final Map<UUID, String> persons = new LinkedHashMap<>();
        private Map<String, UUID> teams = Map.of();

        private Meant(Mapping mapping, Map<String, UUID> known) {
            this.mapping = mapping;
            this.known = known;
        }

        UUID requester(Read read) {
            return person(read.requester() == null ? UNKNOWN : read.requester());
        }

        @Nullable UUID optional(@Nullable String name) {
            return name == null ? null : person(name);
        }

        UUID team(Read read) {
            return read.team() == null ? Organisation.NO_TEAM : teams.get(mapping.team().values().getOrDefault(read.team(), read.team()));
        }

        private UUID person(String name) {
            var id = known.get(name);
            return id != null ? id : Rows.named(mapping.scheme() + "\0person\0" + name);
        }

        private void meet(@Nullable String name) {
            if (name != null && !known.containsKey(name)) {
                persons.put(person(name), name.equals(UNKNOWN) ? "–" : name);
            }
        }
    }

    /** What the team that holds cases without one is called, and the unit of teams that are made. */
    UUID prepare(Actor actor, Mapping mapping) {
        var unit = people.unit(actor, mapping.team().unit() == null ? Tenant.current().name() : mapping.team().unit());
        people.keepNoTeam(actor, mapping.team().none(), unit);
        return unit;
    }

    /** The persons whose mails the mapping gives, by the source's names; one whom nobody has here is refused. */
    Map<String, UUID> mails(Mapping mapping) {
        var known = new HashMap<String, UUID>();
        var wrong = new TreeSet<String>();
        mapping.people().forEach((name, mail) -> people.byMail(mail).ifPresentOrElse(id -> known.put(name, id), () -> wrong.add("Nobody here has the mail " + mail + ".")));
        if (!wrong.isEmpty()) {
            throw MappingProblems.of(wrong.stream().toList());
        }
        return known;
    }

    /** Makes what is not there yet of what the records name. */
    Meant of(Actor actor, Mapping mapping, Map<String, UUID> known, UUID unit, Collection<Read> records) {
        var meant = new Meant(mapping, known);
        var teams = new TreeSet<String>();
        for (var read : records) {
            meant.meet(read.requester() == null ? UNKNOWN : read.requester());
            meant.meet(read.handler());
            meant.meet(read.by());
            if (read.team() != null) {
                teams.add(mapping.team().values().getOrDefault(read.team(), read.team()));
            }
        }
        people.keep(actor, meant.persons);
        meant.teams = teams.isEmpty() ? Map.of() : people.teams(actor, teams, unit);
        return meant;
    }
}
