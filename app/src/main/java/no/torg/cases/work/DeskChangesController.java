package no.torg.cases.work;

import java.util.UUID;

import no.torg.cases.CaseWork;
import no.torg.cases.CaseWork.Judged;
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

/** Who has a case and how it hastes, changed from its page; each compared with what was seen; the answer is the changed properties, or the page again. */
@Controller
class DeskChangesController {

    private final CaseWork work;
    private final DeskController desk;

    DeskChangesController(CaseWork work, DeskController desk) {
        this.work = work;
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

    private Page changed(Actor actor, Frame frame, String number, @Nullable String partial) {
        return partial == null ? Page.redirect("/work/cases/" + number) : desk.properties(actor, frame, number);
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new Invalid("handler", "web.invalid.type");
        }
    }
}
