package no.torg.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.torg.cases.views.CaseSummary;
import no.torg.cases.views.NextStep;
import no.torg.catalog.views.ServiceRow;
import no.torg.catalog.views.TopicCard;
import no.torg.portal.views.DraftRow;
import no.torg.portal.views.FrontPage;
import no.torg.portal.views.Hit;
import no.torg.portal.views.MyPage;
import no.torg.portal.views.SearchPage;
import no.torg.search.Span;
import no.torg.web.Frame;
import no.torg.web.Page;
import no.torg.web.views.Pager;
import no.torg.web.views.State;
import no.torg.web.views.State.Mark;
import no.torg.web.views.Tab;

final class PortalSamples {
    static final String WHY = "Vi lover svar innen tre arbeidsdager. Klokka sto stille fra torsdag kl. 14.20 til fredag kl. 09.05, mens vi ventet på deg.";
    private static final CaseSummary GUEST = new CaseSummary("2026-004711", "Gjestekonto til Jonas Ekdal", new State(Mark.WORK, "Under arbeid"),
        new NextStep("ArrowRight", "Taushetserklæringen kontrolleres.", "Du får svar senest tirsdag 24. november."), WHY);
    private static final CaseSummary DELAY = new CaseSummary("2026-004655", "Søknad om utsatt innlevering", new State(Mark.WAITS_FOR_YOU, "Venter på deg"),
        new NextStep("ChatExclamationmark", "Hanne på studieadministrasjonen har spurt deg om noe.", "Svar før mandag 23. november."), null);
    private static final CaseSummary PRINTER = new CaseSummary("2026-004629", "Skriveren i B-214 trekker ikke papir", new State(Mark.WAITS, "Venter på andre"),
        new NextStep("Pause", "Leverandøren kommer onsdag 25. november.", null), null);
    private static final CaseSummary EXAM = new CaseSummary("2026-004588", "Innsyn i egen eksamensbesvarelse", new State(Mark.DONE, "Løst"),
        new NextStep("Checkmark", "Besvarelsen er sendt deg. Saken lukkes 3. desember.", null), null);

    private PortalSamples() {}

    static void add(Map<String, Function<Frame, Page>> pages) {
        pages.put("front", frame -> Page.of("portal/front", new FrontPage(frame, List.of(DELAY, GUEST, PRINTER), 5, audiences(), topics(), services(), 64, 90)));
        pages.put("front-solheim", pages.get("front"));
        pages.put("front-new", frame -> Page.of("portal/front", new FrontPage(frame, List.of(), 0, audiences(), topics(), List.of(), 6, 0)));
        pages.put("front-stranger", frame -> Page.of("portal/front", new FrontPage(frame, List.of(), 0, audiences(), topics(), services(), 64, 90)));
        pages.put("me", frame -> Page.of("portal/me", new MyPage(frame, List.of(DELAY), List.of(new Tab("Åpne", "/me", true, 4), new Tab("Lukkede", "/me?state=closed", false, 12)),
            List.of(GUEST, PRINTER, EXAM), List.of(new DraftRow("Godkjenning av emner fra utveksling", "/services/x/requests/new", Samples.NOW.minus(Duration.ofHours(15)),
                Samples.NOW.plus(Duration.ofDays(29)))), new Pager(null, "/me?after=x", ""))));
        pages.put("me-empty", frame -> Page.of("portal/me", new MyPage(frame, List.of(), List.of(new Tab("Åpne", "/me", true, 0), new Tab("Lukkede", "/me?state=closed", false, 0)),
            List.of(), List.of(), new Pager(null, null, ""))));
        pages.put("search", frame -> Page.of("portal/search", new SearchPage(frame, "gjest", List.of(hit("Bestille ", "gjest", "ekonto", "2 arbeidsdager"), hit("Dele en mappe med en ", "gjest", "", null)),
            List.of(hit("", "Gjest", "ekonto til Jonas Ekdal", "2026-004711")), "gjestekonto", new Pager(null, "/search?q=gjest&after=2", ""))));
        pages.put("search-none", frame -> Page.of("portal/search", new SearchPage(frame, "xyzzy", List.of(), List.of(), null, new Pager(null, null, ""))));
    }

    private static Hit hit(String before, String found, String after, String side) {
        return new Hit("/services/x", "PersonPlus", List.of(new Span(before, false), new Span(found, true), new Span(after, false)),
            List.of(new Span("Tilgang for en ekstern person i en periode", false)), side);
    }

    static List<Tab> audiences() {
        return List.of(new Tab("Student", "/?audience=student", true), new Tab("Ansatt", "/?audience=employee", false), new Tab("Søker", "/?audience=applicant", false),
            new Tab("Besøkende", "/?audience=visitor", false), new Tab("Partner", "/?audience=partner", false));
    }

    private static List<TopicCard> topics() {
        return List.of(topic("Studier og eksamen", "Utsettelse, tilrettelegging, klage, vitnemål", "HatSchool"), topic("IT og tilgang", "Konto, programvare, trådløst nett, feil", "Laptop"),
            topic("Rom og utstyr", "Grupperom, kamera, skap og nøkler", "MeetingSmall"), topic("Bibliotek", "Lån, fjernlån, veiledning i kildebruk", "Books"),
            topic("Utveksling", "Plass, stipend, godkjenning av emner", "Airplane"), topic("Helse og studieliv", "Samtale, tilrettelegging, si fra", "HandHeart"));
    }

    private static TopicCard topic(String name, String note, String icon) {
        return new TopicCard(name, note, icon, "/services?topic=" + icon);
    }

    static List<ServiceRow> services() {
        return List.of(new ServiceRow("guest", "Bestille gjestekonto", "Gi en ekstern person tilgang til nett, lagring eller rom i en periode.", "2 arbeidsdager"),
            new ServiceRow("incident", "Melde feil på PC, skriver eller nett", "Beskriv feilen, så hjelper vi deg i gang igjen.", "4 timer"),
            new ServiceRow("help", "Be om hjelp med IT", "Spør om konto, programvare, nett eller noe annet.", "1 arbeidsdag"),
            new ServiceRow("idea", "Melde en idé eller et behov", "Si hva som kan bli bedre. Alle får svar.", null));
    }
}
