package no.torg.people;

import java.util.List;

import no.torg.people.Organisation.Audience;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The kinds of people that the organisation serves, over the API. */
@RestController
@RequestMapping("/api/audiences")
class AudienceApi {

    private final Audiences audiences;

    AudienceApi(Audiences audiences) {
        this.audiences = audiences;
    }

    /** Audiences in the order that people see them, at most 50; names in nb, nn and en. */
    public record AllAudiences(List<Audience> audiences) {
    }

    /** Shows the audiences. */
    @GetMapping
    @Scope("admin")
    AllAudiences all(Actor actor) {
        Administration.require(actor);
        return new AllAudiences(audiences.all());
    }

    /** Makes these the audiences, in this order. One that anybody belongs as cannot be left out. */
    @PutMapping
    @Scope("admin")
    AllAudiences replace(Actor actor, @RequestBody AllAudiences wanted) {
        audiences.replace(actor, wanted.audiences());
        return new AllAudiences(audiences.all());
    }
}
