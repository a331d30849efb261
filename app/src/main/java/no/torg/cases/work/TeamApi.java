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

/** Which team has a case, over the API. */
@RestController
class TeamApi {

    private final CaseWork work;

    TeamApi(CaseWork work) {
        this.work = work;
    }

    /** The team that is to have the case; {@code seen} is the one that had it when the caller looked. */
    public record Placement(@Nullable UUID seen, @Nullable UUID team) {
    }

    /** Moves the case to another team, where nobody has it yet; 409 when it has been moved already. */
    @PutMapping("/api/cases/{number}/team")
    @Scope("cases:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(Actor actor, @PathVariable String number, @RequestBody Placement placement) {
        work.move(actor, number, Given.required("seen", placement.seen()), Given.required("team", placement.team()));
    }
}
