package no.torg.people;

import java.util.UUID;

import no.torg.people.PeopleLists.UnitRow;
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

/** The organisation's units over the API, for administrators. */
@RestController
@RequestMapping("/api/units")
class UnitApi {

    private final Organisation organisation;
    private final PeopleLists lists;

    UnitApi(Organisation organisation, PeopleLists lists) {
        this.organisation = organisation;
        this.lists = lists;
    }

    /**
     * A unit to add: an agency, a district, a faculty, a department.
     *
     * @param parent             the unit it stands below; the top when missing
     * @param organisationNumber nine digits, if it has a number of its own
     */
    public record NewUnit(String name, @Nullable UUID parent, @Nullable String organisationNumber) {
    }

    /** Lists units, in the order they were added. */
    @GetMapping
    @Scope("admin")
    ResponseEntity<Listing<UnitRow>> list(Actor actor, @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = Listing.USUAL) int limit) {
        var page = Listing.of(lists.units(actor, after, Listing.limit(limit) + 1), limit, UnitRow::id);
        return Listing.answer(page, page.next());
    }

    /** Adds a unit. */
    @PostMapping
    @Scope("admin")
    @ResponseStatus(HttpStatus.CREATED)
    Made add(Actor actor, @RequestBody NewUnit unit) {
        return new Made(organisation.addUnit(actor, unit.name(), unit.parent(), unit.organisationNumber()));
    }
}
