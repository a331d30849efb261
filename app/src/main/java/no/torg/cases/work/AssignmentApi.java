package no.torg.cases.work;

import java.util.UUID;

import no.torg.cases.CaseWork;
import no.torg.people.Actor;
import no.torg.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who has a case, over the API. */
@RestController
class AssignmentApi {

    private final CaseWork work;

    AssignmentApi(CaseWork work) {
        this.work = work;
    }

    /** Who is to have the case, null for nobody; {@code seen} is who had it when the caller looked. */
    public record Assignment(@Nullable UUID seen, @Nullable UUID handler) {
    }

    /** Takes, assigns or releases the case; 409 when somebody else has changed who has it. */
    @PutMapping("/api/cases/{number}/assignment")
    @Scope("cases:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(Actor actor, @PathVariable String number, @RequestBody Assignment assignment) {
        work.assign(actor, number, assignment.seen(), assignment.handler());
    }
}
