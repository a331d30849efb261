package no.torg.cases.work;

import java.time.Instant;

import no.torg.cases.Waits;
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

/** What a case waits for, over the API. */
@RestController
class WaitingApi {

    private final Waits waits;

    WaitingApi(Waits waits) {
        this.waits = waits;
    }

    /**
     * What the case is to wait for.
     *
     * @param seen     its state when the caller looked
     * @param waitsFor requester, third-party or date
     * @param until    when the wait ends by itself; a wait for a date must have it
     */
    public record Waiting(@Nullable String seen, @Nullable String waitsFor, @Nullable Instant until, @Nullable String reason) {
    }

    /** Lets the case wait; its clocks stand meanwhile. 409 when it is no longer as it was seen. */
    @PutMapping("/api/cases/{number}/waiting")
    @Scope("cases:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void begin(Actor actor, @PathVariable String number, @RequestBody Waiting waiting) {
        waits.begin(actor, number, Given.state("seen", waiting.seen()), Given.required("waitsFor", waiting.waitsFor()), waiting.until(), waiting.reason());
    }

    /** Ends all that the case waits for, and goes on with it. */
    @DeleteMapping("/api/cases/{number}/waiting")
    @Scope("cases:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable String number, @RequestParam String seen) {
        waits.end(actor, number, Given.state("seen", seen));
    }
}
