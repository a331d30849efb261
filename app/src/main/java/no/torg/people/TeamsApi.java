package no.torg.people;

import java.util.UUID;

import no.torg.people.PeopleLists.TeamRow;
import no.torg.people.PersonApi.Made;
import no.torg.web.Listing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Teams over the API, for administrators. */
@RestController
@RequestMapping("/api/teams")
class TeamsApi {

    private final Organisation organisation;
    private final PeopleLists lists;

    TeamsApi(Organisation organisation, PeopleLists lists) {
        this.organisation = organisation;
        this.lists = lists;
    }

    /** A team to add, of a unit; its leader covers the teams below it too. */
    public record NewTeam(String name, UUID unit, @Nullable UUID parent) {
    }

    /** Lists teams, in the order they were added. */
    @GetMapping
    @Scope("admin")
    ResponseEntity<Listing<TeamRow>> list(Actor actor, @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = Listing.USUAL) int limit) {
        var page = Listing.of(lists.teams(actor, after, Listing.limit(limit) + 1), limit, TeamRow::id);
        return Listing.answer(page, page.next());
    }

    /** Adds a team. */
    @PostMapping
    @Scope("admin")
    @ResponseStatus(HttpStatus.CREATED)
    Made add(Actor actor, @RequestBody NewTeam team) {
        return new Made(organisation.addTeam(actor, team.name(), team.unit(), team.parent()));
    }
}
