package no.torg.cases.work;

import no.torg.cases.Dialogue;
import no.torg.cases.work.CaseSheet.Part;
import no.torg.cases.work.DeskPages.Look;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A case's page for those who work with it, and the parts of it that change by themselves. */
@Controller
class DeskController {

    private final DeskPages pages;
    private final Dialogue dialogue;

    DeskController(DeskPages pages, Dialogue dialogue) {
        this.pages = pages;
        this.dialogue = dialogue;
    }

    @GetMapping("/work/cases/{number}")
    Page talk(Actor actor, Frame frame, @PathVariable String number, @RequestParam(required = false) @Nullable Integer before, WayBack back) {
        return page(actor, frame, number, Look.of(Part.TALK, before, null, back));
    }

    @GetMapping("/work/cases/{number}/answers")
    Page answers(Actor actor, Frame frame, @PathVariable String number, WayBack back) {
        return page(actor, frame, number, Look.of(Part.ANSWERS, null, null, back));
    }

    @GetMapping("/work/cases/{number}/history")
    Page history(Actor actor, Frame frame, @PathVariable String number, @RequestParam(required = false) @Nullable String before, WayBack back) {
        return page(actor, frame, number, Look.of(Part.HISTORY, null, CaseHistory.before(before), back));
    }

    @GetMapping("/work/cases/{number}/talk")
    Page liveTalk(Actor actor, Frame frame, @PathVariable String number, WayBack back) {
        return part("cases/work/live-talk", actor, frame, number, back);
    }

    @GetMapping("/work/cases/{number}/properties")
    Page properties(Actor actor, Frame frame, @PathVariable String number, WayBack back) {
        return part("cases/work/changed", actor, frame, number, back);
    }

    /** Remembers how far the actor has read. */
    @PostMapping("/work/cases/{number}/reading")
    Page read(Actor actor, @PathVariable String number, @RequestParam int seq, WayBack back, @RequestHeader(name = "HX-Request", required = false) @Nullable String partial) {
        dialogue.read(actor, number, seq);
        return partial == null ? Page.redirect(back.kept("/work/cases/" + number)) : Page.fragment("web/nothing", Boolean.TRUE);
    }

    private Page page(Actor actor, Frame frame, String number, Look look) {
        var page = pages.page(actor, frame, number, look);
        return page == null ? Page.redirect("/cases/" + number) : Page.of("cases/work/case", page);
    }

    private Page part(String template, Actor actor, Frame frame, String number, WayBack back) {
        var page = pages.page(actor, frame, number, Look.talk(back));
        return page == null ? Page.redirect("/cases/" + number) : Page.fragment(template, page);
    }
}
