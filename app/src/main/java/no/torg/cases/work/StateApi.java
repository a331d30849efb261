package no.torg.cases.work;

import no.torg.cases.CaseState;
import no.torg.cases.CaseWork;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.web.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Beginning the work on a case, over the API; waiting, resolution and closure are resources of their own. */
@RestController
class StateApi {

    private final CaseWork work;

    StateApi(CaseWork work) {
        this.work = work;
    }

    /** The state that the case is to enter, which is in-progress; {@code seen} is its state when the caller looked. */
    public record Move(@Nullable String seen, @Nullable String state) {
    }

    /** Begins the work on a new case; 409 when it is no longer as it was seen. */
    @PutMapping("/api/cases/{number}/state")
    @Scope("cases:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(Actor actor, @PathVariable String number, @RequestBody Move move) {
        if (Given.state("state", move.state()) != CaseState.IN_PROGRESS) {
            throw new Invalid("state", "web.invalid.choice", CaseState.IN_PROGRESS.code());
        }
        work.begin(actor, number, Given.state("seen", move.seen()));
    }
}
