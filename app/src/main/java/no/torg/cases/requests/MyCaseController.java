package no.torg.cases.requests;

import java.util.List;

import no.torg.cases.Closures;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One's own case: its page and receipt, closing it and opening it again. Those who only work with it are sent to where that is done. */
@Controller
class MyCaseController {

    private final MyCasePages pages;
    private final Closures closures;

    MyCaseController(MyCasePages pages, Closures closures) {
        this.pages = pages;
        this.closures = closures;
    }

    @GetMapping("/cases/{number}")
    Page page(Actor actor, Frame frame, @PathVariable String number) {
        if (actor.worksWithCases() && !pages.isOwn(actor, number)) {
            return Page.redirect("/work/cases/" + number);
        }
        return Page.of("cases/mine", pages.page(actor, frame, number, null, List.of()));
    }

    @GetMapping("/cases/{number}/receipt")
    Page receipt(Actor actor, Frame frame, @PathVariable String number) {
        return Page.of("cases/requests/receipt", pages.receipt(actor, frame, number));
    }

    @PostMapping("/cases/{number}/closure")
    Page close(Actor actor, @PathVariable String number) {
        closures.withdraw(actor, number);
        return Page.redirect("/cases/" + number);
    }

    @PostMapping("/cases/{number}/reopening")
    Page reopen(Actor actor, @PathVariable String number) {
        closures.reopenOwn(actor, number);
        return Page.redirect("/cases/" + number);
    }
}
