package no.torg.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.web.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, with all that decides what they may see and do; the first argument of every door.
 *
 * @param person       the person; null for a named system actor
 * @param affiliations how they belong to the tenant now, the first is the one forms ask about
 * @param teams        the teams they work in, as substitutes too
 * @param covered      the teams whose cases they see: those they work in and those below a team they lead
 * @param led          the teams they lead, by themselves or from above
 * @param services     the services they own
 * @param roles        the names of their roles, whatever the scope
 * @param scopes       what the API token in use may do; all for a signed-in browser
 */
public record Actor(@Nullable UUID person, String name, Language language, List<Belonging> affiliations, Set<UUID> teams, Set<UUID> covered,
        Set<UUID> led, Set<UUID> services, Set<String> roles, Set<String> scopes) {

    /** What a signed-in browser may do: all that its person may. */
    public static final Set<String> ALL_SCOPES = Set.of("*");

    /** A person's belonging to a unit, as a student or an employee or another of the tenant's kinds. */
    public record Belonging(String kind, UUID unit) {
    }

    /** A named actor that is no person: an import, a job, a wait whose date came. */
    public static Actor system(String name) {
        return new Actor(null, name, Language.NB, List.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), ALL_SCOPES);
    }

    /** The person's id; a system actor has none and may not do what needs one. */
    public UUID id() {
        if (person == null) {
            throw new IllegalStateException("No person: " + name);
        }
        return person;
    }

    /** Whether this is the person with that id. */
    public boolean is(@Nullable UUID other) {
        return person != null && person.equals(other);
    }

    /** Whether they work with cases at all. */
    public boolean worksWithCases() {
        return !covered.isEmpty() || !services.isEmpty();
    }

    /** Whether they answer for services or teams, and so may see figures. */
    public boolean seesFigures() {
        return !led.isEmpty() || !services.isEmpty();
    }

    /** Whether they set up the tenant; gives no sight of cases. */
    public boolean administrates() {
        return roles.contains("administrator");
    }

    /** Whether the token in use reaches so far. */
    public boolean mayUse(String scope) {
        return scopes.contains("*") || scopes.contains(scope);
    }
}
