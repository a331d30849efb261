package no.torg.cases.work;

import no.torg.cases.CaseWork;
import no.torg.cases.CaseWork.Judged;
import no.torg.people.Actor;
import no.torg.people.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How urgent a case is, over the API. */
@RestController
class PriorityApi {

    private final CaseWork work;

    PriorityApi(CaseWork work) {
        this.work = work;
    }

    /**
     * Whom the case hits (individual, group, unit, organisation) and how it hastes (low, normal, high, critical).
     *
     * @param seen     what the two, and the priority, were when the caller looked
     * @param priority 1 to 5, when it is to be another than the one that follows of the two; then {@code reason} says why
     */
    public record Judgement(@Nullable Seen seen, @Nullable String impact, @Nullable String urgency, @Nullable Integer priority, @Nullable String reason) {
    }

    /** What was seen; without the priority, one that somebody has set by hand meanwhile is not noticed. */
    public record Seen(@Nullable String impact, @Nullable String urgency, @Nullable Integer priority) {
    }

    /** Says how urgent the case is; 409 when somebody else has said otherwise since. */
    @PutMapping("/api/cases/{number}/priority")
    @Scope("cases:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prioritise(Actor actor, @PathVariable String number, @RequestBody Judgement judgement) {
        var seen = Given.required("seen", judgement.seen());
        work.prioritise(actor, number, new Judged(Given.required("seen.impact", seen.impact()), Given.required("seen.urgency", seen.urgency())), seen.priority(),
                new Judged(Given.required("impact", judgement.impact()), Given.required("urgency", judgement.urgency())), judgement.priority(),
                judgement.reason());
    }
}
