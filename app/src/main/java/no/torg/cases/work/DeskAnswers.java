package no.torg.cases.work;

import no.torg.cases.work.DeskPages.Look;
import no.torg.cases.work.views.Refusal;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Invalid;
import no.torg.web.NotFound;
import no.torg.web.Page;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers a change made from a case's page: with what changed, or with the page as it is now, why it was refused, and what had been typed. */
@Component
class DeskAnswers {

    private final DeskPages pages;

    DeskAnswers(DeskPages pages) {
        this.pages = pages;
    }

    /**
     * Makes the change and answers it. {@code partial} is null for a plain form; a part of a page that is refused is answered by the notice
     * alone, for what was typed is on the page still.
     */
    Page to(Actor actor, Frame frame, String number, WayBack back, @Nullable String partial, Refusal typed, Runnable change) {
        try {
            change.run();
        } catch (Refused refused) {
            if (partial != null) {
                throw refused;
            }
            return again(actor, frame, number, back, typed.because(frame.words().say(refused.key(), refused.args())), HttpStatus.CONFLICT);
        } catch (Invalid invalid) {
            if (partial != null) {
                throw invalid;
            }
            var wrong = invalid.wrong().getFirst();
            return again(actor, frame, number, back, typed.because(frame.words().say(wrong.key(), wrong.args().toArray())), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return partial == null ? Page.redirect(back.kept("/work/cases/" + number)) : changed(actor, frame, number, back);
    }

    /** The parts that a change shows in; who may see the case no more is sent to the list. */
    private Page changed(Actor actor, Frame frame, String number, WayBack back) {
        try {
            var page = pages.page(actor, frame, number, Look.talk(back));
            return page == null ? Page.redirect("/cases/" + number) : Page.fragment("cases/work/changed", page);
        } catch (NotFound gone) {
            return Page.redirect(back.list());
        }
    }

    private Page again(Actor actor, Frame frame, String number, WayBack back, Refusal refusal, HttpStatus status) {
        var page = pages.page(actor, frame.standingFor(back.kept("/work/cases/" + number)), number, Look.refused(refusal, back));
        return page == null ? Page.redirect("/cases/" + number) : Page.of("cases/work/case", page).status(status);
    }
}
