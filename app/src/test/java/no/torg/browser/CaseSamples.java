package no.torg.browser;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.torg.cases.requests.views.ReceiptPage;
import no.torg.cases.views.Answered;
import no.torg.cases.views.Entry;
import no.torg.cases.views.Entry.Happening;
import no.torg.cases.views.Entry.Post;
import no.torg.cases.views.MyCasePage;
import no.torg.cases.views.NextStep;
import no.torg.cases.views.ReplyForm;
import no.torg.cases.views.Step;
import no.torg.cases.views.Step.Progress;
import no.torg.cases.views.Why;
import no.torg.web.Frame;
import no.torg.web.Page;
import no.torg.web.views.Attachment;
import no.torg.web.views.FieldError;
import no.torg.web.views.State;
import no.torg.web.views.State.Mark;

final class CaseSamples {
    private static final Why WHY = new Why("Hvorfor tirsdag 24. november?", PortalSamples.WHY);
    private static final List<Step> LINE = List.of(new Step("Mottatt", "Torsdag 19. november kl. 12.11", Progress.DONE), new Step("Under arbeid", "Kari Lunde har saken nå", Progress.NOW),
        new Step("Svar", "Senest tirsdag 24. november", Progress.COMING));
    private static final String LIMITS = "PDF, Word, regneark eller bilde. Høyst 20 MB per fil og 10 filer.";

    private CaseSamples() {}

    static void add(Map<String, Function<Frame, Page>> pages) {
        pages.put("receipt", frame -> Page.of("cases/requests/receipt", new ReceiptPage(frame, "2026-004711", "order", "Team Tilgang og konto har fått den. Du trenger ikke å gjøre noe nå.", LINE, WHY)));
        pages.put("case-mine", frame -> mine(frame, new State(Mark.WORK, "Under arbeid"), new ReplyForm("Tilgang og konto", "", "k", LIMITS, List.of()), null));
        pages.put("case-mine-error", frame -> mine(frame, new State(Mark.WAITS_FOR_YOU, "Venter på deg"), new ReplyForm("Tilgang og konto", "", "k", LIMITS,
            List.of(new FieldError("text", "Skriv en melding, eller legg ved en fil"), new FieldError("files", "«program.exe» er ikke en type vi tar imot"))), null));
        pages.put("case-mine-closed", frame -> mine(frame, new State(Mark.CLOSED, "Lukket"), null, Instant.parse("2026-12-20T11:00:00Z")));
    }

    static List<Entry> talk() {
        return List.of(
            new Post("1", "Ingrid Hauge", "IH", null, true, false, false, Instant.parse("2026-11-19T11:11:00Z"), "Bestilling av gjestekonto med lesetilgang til Fjordmiljø 2030, 30. november–30. april.",
                List.of(new Attachment("Taushetserklæring.pdf", "/files/1", "application/pdf", 204_000))),
            new Happening("Person", "Kari Lunde tok saken", Instant.parse("2026-11-19T12:02:00Z")),
            new Post("2", "Kari Lunde", "KL", "Tilgang og konto", false, false, false, Instant.parse("2026-11-19T13:20:00Z"),
                "Hei, Ingrid.\n\nTaushetserklæringen mangler dato ved underskriften. Kan Jonas fylle den ut og sende den på nytt? Resten er i orden, så kontoen er klar samme dag.", List.of()),
            new Post("3", "Ingrid Hauge", "IH", null, true, false, false, Instant.parse("2026-11-20T08:05:00Z"), "Her er den med dato. Takk for raskt svar!",
                List.of(new Attachment("Taushetserklæring-datert.pdf", "/files/2", "application/pdf", 211_000), new Attachment("Skjermbilde.png", "/files/3", "image/png", 1_100_000))));
    }

    private static Page mine(Frame frame, State state, ReplyForm reply, Instant reopen) {
        var next = reply == null ? new NextStep("Checkmark", "Saken er lukket.", null)
            : new NextStep("ArrowRight", "Nå venter vi på at taushetserklæringen blir kontrollert.", "Du får svar senest tirsdag 24. november.");
        return Page.of("cases/mine", new MyCasePage(frame, "2026-004711", "Gjestekonto til Jonas Ekdal", state, next, talk(), 3, reply == null ? null : "Lest av Kari Lunde fredag kl. 09.31", reply, LINE,
            reply == null ? null : WHY, "Du og team Tilgang og konto", "Bestille gjestekonto", "guest",
            List.of(new Answered("Hva heter gjesten?", "Jonas Ekdal"), new Answered("Når skal gjesten ha tilgang?", "30. november 2026–30. april 2027")), reopen == null, reopen));
    }
}
