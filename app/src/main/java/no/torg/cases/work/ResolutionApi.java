package no.torg.cases.work;

import no.torg.cases.Closures;
import no.torg.people.Actor;
import no.torg.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** That the need is met, over the API. */
@RestController
class ResolutionApi {

    private final Closures closures;

    ResolutionApi(Closures closures) {
        this.closures = closures;
    }

    /** The state in which the caller saw the case. */
    public record Resolution(@Nullable String seen) {
    }

    /** Says that the need is met; the requester may open the case again within the service's window. 409 when it is no longer as it was seen. */
    @PutMapping("/api/cases/{number}/resolution")
    @Scope("cases:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resolve(Actor actor, @PathVariable String number, @RequestBody Resolution resolution) {
        closures.resolve(actor, number, Given.state("seen", resolution.seen()));
    }
}
