package no.torg.people;

import java.util.UUID;

import no.torg.people.PersonApi.Made;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How people belong, over the API, for administrators. */
@RestController
@RequestMapping("/api/affiliations")
class AffiliationApi {

    private final Organisation organisation;

    AffiliationApi(Organisation organisation) {
        this.organisation = organisation;
    }

    /** That a person is to belong to a unit; {@code kind} is one of the organisation's audiences, as student or employee. */
    public record NewAffiliation(UUID person, String kind, UUID unit) {
    }

    /** Lets a person belong to a unit from now on. */
    @PostMapping
    @Scope("admin")
    @ResponseStatus(HttpStatus.CREATED)
    Made add(Actor actor, @RequestBody NewAffiliation wanted) {
        return new Made(organisation.affiliate(actor, wanted.person(), wanted.kind(), wanted.unit()));
    }

    /** Ends an affiliation now. */
    @DeleteMapping("/{id}")
    @Scope("admin")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable UUID id) {
        organisation.endAffiliation(actor, id);
    }
}
