package no.torg.browser;

import java.util.Map;
import java.util.function.Function;
import no.torg.people.views.PasswordPage;
import no.torg.people.views.SignInPage;
import no.torg.web.Frame;
import no.torg.web.Page;
import no.torg.web.views.ErrorPage;

final class PeopleSamples {
    private PeopleSamples() {}

    static void add(Map<String, Function<Frame, Page>> pages) {
        pages.put("people-sign-in", frame -> Page.of("people/sign-in", new SignInPage(frame, "", null, "/me", java.util.List.of(new no.torg.people.views.KeptField("answers.what", "camera")))));
        pages.put("people-sign-in-wrong", frame -> Page.of("people/sign-in", new SignInPage(frame, "ingrid@fjordvik.example", frame.words().say("people.sign-in.wrong"), "/me", java.util.List.of())));
        pages.put("people-password", frame -> Page.of("people/password", new PasswordPage(frame, "t", "ingrid@fjordvik.example", 12, frame.words().say("people.password.length", 12, 200))));
        for (var status : new int[] {404, 500, 503}) pages.put("error-" + status, frame -> error(frame, status));
    }

    static Page notFound(Frame frame) {
        return error(frame, 404);
    }

    private static Page error(Frame frame, int status) {
        var words = frame.words();
        return Page.of("web/error", new ErrorPage(frame, status, words.say("web.error." + status + ".title"), words.say("web.error." + status + ".text"), status == 500 ? "K7QF-2M9X" : null));
    }
}
