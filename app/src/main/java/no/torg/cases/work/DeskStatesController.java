package no.torg.cases.work;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import no.torg.cases.CaseState;
import no.torg.cases.Closures;
import no.torg.cases.Waits;
import no.torg.people.Actor;
import no.torg.web.Invalid;
import no.torg.web.Page;
import no.torg.web.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a case stands, changed from its page: waiting, resolved, closed and open again; each compared with what was seen. */
@Controller
class DeskStatesController {

    private final Waits waits;
    private final Closures closures;

    DeskStatesController(Waits waits, Closures closures) {
        this.waits = waits;
        this.closures = closures;
    }

    @PostMapping("/work/cases/{number}/waits")
    Page wait(Actor actor, @PathVariable String number, @RequestParam String seen, @RequestParam("for") String waitFor,
            @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String reason) {
        waits.beginUntil(actor, number, state(seen), waitFor, until.isBlank() ? null : date(until), reason.isBlank() ? null : reason.strip());
        return Page.redirect("/work/cases/" + number);
    }

    @PostMapping("/work/cases/{number}/resumption")
    Page resume(Actor actor, @PathVariable String number, @RequestParam String seen) {
        waits.end(actor, number, state(seen));
        return Page.redirect("/work/cases/" + number);
    }

    @PostMapping("/work/cases/{number}/resolution")
    Page resolve(Actor actor, @PathVariable String number, @RequestParam String seen) {
        closures.resolve(actor, number, state(seen));
        return Page.redirect("/work/cases/" + number);
    }

    @PostMapping("/work/cases/{number}/closure")
    Page close(Actor actor, @PathVariable String number, @RequestParam String seen, @RequestParam String reason, @RequestParam(defaultValue = "") String note) {
        closures.close(actor, number, state(seen), reason, note.isBlank() ? null : note.strip());
        return Page.redirect("/work/cases/" + number);
    }

    @PostMapping("/work/cases/{number}/reopening")
    Page reopen(Actor actor, @PathVariable String number, @RequestParam String seen) {
        closures.reopen(actor, number, state(seen));
        return Page.redirect("/work/cases/" + number);
    }

    private static CaseState state(String code) {
        try {
            return CaseState.of(code);
        } catch (IllegalArgumentException unknown) {
            throw new Refused("cases.stale");
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new Invalid("until", "web.invalid.type");
        }
    }
}
