package no.torg.cases.work;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import no.torg.cases.CaseWork;
import no.torg.cases.Closures;
import no.torg.cases.Waits;
import no.torg.cases.work.views.Refusal;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Invalid;
import no.torg.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a case stands, changed from its page: waiting, resolved, closed and open again; each compared with what was seen. */
@Controller
class DeskStatesController {

    private final CaseWork work;
    private final Waits waits;
    private final Closures closures;
    private final DeskAnswers answers;

    DeskStatesController(CaseWork work, Waits waits, Closures closures, DeskAnswers answers) {
        this.work = work;
        this.waits = waits;
        this.closures = closures;
        this.answers = answers;
    }

    @PostMapping("/work/cases/{number}/waits")
    Page wait(Actor actor, Frame frame, @PathVariable String number, WayBack back, @RequestParam String seen, @RequestParam("for") String waitFor,
            @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String reason) {
        return answers.to(actor, frame, number, back, null, Refusal.waiting(waitFor, until, reason),
                () -> waits.beginUntil(actor, number, Given.state("seen", seen), waitFor, date(until), reason.isBlank() ? null : reason.strip()));
    }

    @PostMapping("/work/cases/{number}/beginning")
    Page begin(Actor actor, Frame frame, @PathVariable String number, WayBack back, @RequestParam String seen) {
        return answers.to(actor, frame, number, back, null, Refusal.NONE, () -> work.begin(actor, number, Given.state("seen", seen)));
    }

    @PostMapping("/work/cases/{number}/resumption")
    Page resume(Actor actor, Frame frame, @PathVariable String number, WayBack back, @RequestParam String seen) {
        return answers.to(actor, frame, number, back, null, Refusal.NONE, () -> waits.end(actor, number, Given.state("seen", seen)));
    }

    @PostMapping("/work/cases/{number}/resolution")
    Page resolve(Actor actor, Frame frame, @PathVariable String number, WayBack back, @RequestParam String seen) {
        return answers.to(actor, frame, number, back, null, Refusal.NONE, () -> closures.resolve(actor, number, Given.state("seen", seen)));
    }

    @PostMapping("/work/cases/{number}/closure")
    Page close(Actor actor, Frame frame, @PathVariable String number, WayBack back, @RequestParam String seen, @RequestParam String reason, @RequestParam(defaultValue = "") String note) {
        return answers.to(actor, frame, number, back, null, Refusal.closing(reason, note),
                () -> closures.close(actor, number, Given.state("seen", seen), reason, note.isBlank() ? null : note.strip()));
    }

    @PostMapping("/work/cases/{number}/reopening")
    Page reopen(Actor actor, Frame frame, @PathVariable String number, WayBack back, @RequestParam String seen) {
        return answers.to(actor, frame, number, back, null, Refusal.NONE, () -> closures.reopen(actor, number, Given.state("seen", seen)));
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new Invalid("until", "web.invalid.type");
        }
    }
}
