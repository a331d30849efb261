package no.torg.cases.work;

import java.util.UUID;

import no.torg.cases.CaseWork;
import no.torg.cases.CaseWork.Judged;
import no.torg.cases.work.views.Refusal;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Invalid;
import no.torg.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Who has a case and how it hastes, changed from its page; each compared with what was seen. */
@Controller
class DeskChangesController {

    private final CaseWork work;
    private final DeskAnswers answers;

    DeskChangesController(CaseWork work, DeskAnswers answers) {
        this.work = work;
        this.answers = answers;
    }

    @PostMapping("/work/cases/{number}/assignment")
    Page assign(Actor actor, Frame frame, @PathVariable String number, WayBack back, @RequestParam(defaultValue = "") String seen, @RequestParam(defaultValue = "") String handler,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial) {
        return answers.to(actor, frame, number, back, partial, Refusal.NONE, () -> work.assign(actor, number, Given.id("seen", seen),
                handler.equals("me") ? actor.id() : Given.id("handler", handler)));
    }

    @PostMapping("/work/cases/{number}/team")
    Page move(Actor actor, Frame frame, @PathVariable String number, WayBack back, @RequestParam UUID seen, @RequestParam UUID team,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial) {
        var answer = answers.to(actor, frame, number, back, partial, Refusal.NONE, () -> work.move(actor, number, seen, team));
        return answer.template() == null && !actor.covered().contains(team) ? Page.redirect(back.list()) : answer;
    }

    @PostMapping("/work/cases/{number}/priority")
    Page prioritise(Actor actor, Frame frame, @PathVariable String number, WayBack back, @RequestParam("seen-impact") String seenImpact,
            @RequestParam("seen-urgency") String seenUrgency, @RequestParam(name = "seen-priority", required = false) @Nullable Integer seenPriority, @RequestParam String impact, @RequestParam String urgency,
            @RequestParam(defaultValue = "") String override, @RequestParam(name = "override-reason", defaultValue = "") String reason,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial) {
        return answers.to(actor, frame, number, back, partial, Refusal.priority(override, reason),
                () -> work.prioritise(actor, number, new Judged(seenImpact, seenUrgency), seenPriority, new Judged(impact, urgency), given(override), reason.strip()));
    }

    private static @Nullable Integer given(String override) {
        try {
            return override.isBlank() ? null : Integer.valueOf(override.strip());
        } catch (NumberFormatException malformed) {
            throw new Invalid("override", "web.invalid.type");
        }
    }
}
