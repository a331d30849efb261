package no.torg.cases.work;

import no.torg.cases.Closures;
import no.torg.people.Actor;
import no.torg.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Closing a case and opening it again, over the API; a requester may do both with their own. */
@RestController
class ClosureApi {

    private final Closures closures;

    ClosureApi(Closures closures) {
        this.closures = closures;
    }

    /**
     * Why the case is closed.
     *
     * @param seen   its state when the caller looked
     * @param reason done, withdrawn, duplicate or not-for-us; a requester's is done or withdrawn
     */
    public record Closure(@Nullable String seen, @Nullable String reason, @Nullable String note) {
    }

    /** Closes the case; 409 when it is no longer as it was seen. */
    @PutMapping("/api/cases/{number}/closure")
    @Scope("cases:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Actor actor, @PathVariable String number, @RequestBody Closure closure) {
        closures.close(actor, number, Given.state("seen", closure.seen()), Given.required("reason", closure.reason()), closure.note());
    }

    /** Opens a resolved or closed case again; a requester within the service's window. */
    @DeleteMapping("/api/cases/{number}/closure")
    @Scope("cases:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reopen(Actor actor, @PathVariable String number, @RequestParam String seen) {
        closures.reopen(actor, number, Given.state("seen", seen));
    }
}
