package no.torg.cases.work;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;

import no.torg.cases.CaseState;
import no.torg.cases.CaseWork;
import no.torg.cases.CaseWork.Judged;
import no.torg.cases.Closures;
import no.torg.cases.Waits;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Invalid;
import no.torg.web.Page;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes to a case from its page, each compared with what was seen; the answer is the changed properties, or the page again. */
@Controller
class DeskChangesController {

    private final CaseWork work;
    private final Waits waits;
    private final Closures closures;
    private final DeskController desk;

    DeskChangesController(CaseWork work, Waits waits, Closures closures, DeskController desk) {
        this.work = work;
        this.waits = waits;
        this.closures = closures;
        this.desk = desk;
    }

    @PostMapping("/work/cases/{number}/assignment")
    Page assign(Actor actor, Frame frame, @PathVariable String number, @RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "") String handler,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial) {
        work.assign(actor, number, id(seen), handler.equals("me") ? actor.id() : id(handler));
        return changed(actor, frame, number, partial);
    }

    @PostMapping("/work/cases/{number}/team")
    Page move(Actor actor, Frame frame, @PathVariable String number, @RequestParam UUID seen, @RequestParam UUID team,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial) {
        work.move(actor, number, seen, team);
        return actor.covered().contains(team) ? changed(actor, frame, number, partial) : Page.redirect("/work");
    }

    @PostMapping("/work/cases/{number}/priority")
    Page prioritise(Actor actor, Frame frame, @PathVariable String number, @RequestParam("seen-impact") String seenImpact,
            @RequestParam("seen-urgency") String seenUrgency, @RequestParam String impact, @RequestParam String urgency,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial) {
        work.prioritise(actor, number, new Judged(seenImpact, seenUrgency), new Judged(impact, urgency), null, null);
        return changed(actor, frame, number, partial);
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

    private Page changed(Actor actor, Frame frame, String number, @Nullable String partial) {
        return partial == null ? Page.redirect("/work/cases/" + number) : desk.properties(actor, frame, number);
    }

    private static CaseState state(String code) {
        try {
            return CaseState.of(code);
        } catch (IllegalArgumentException unknown) {
            throw new Refused("cases.stale");
        }
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new Invalid("handler", "web.invalid.type");
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
