package no.torg.browser;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.torg.catalog.views.CataloguePage;
import no.torg.catalog.views.CataloguePage.Chosen;
import no.torg.catalog.views.CataloguePage.Filter;
import no.torg.catalog.views.CataloguePage.ServiceGroup;
import no.torg.catalog.views.Measured;
import no.torg.catalog.views.ServicePage;
import no.torg.web.Frame;
import no.torg.web.Page;
import no.torg.web.views.Crumb;

final class CatalogSamples {
    private static final String ABOUT = "<p>Du er ansvarlig for kontoen så lenge den varer.</p><h3>Dette trenger du</h3>"
        + "<ul><li>Gjestens navn, fødselsdato og e-post eller mobilnummer</li><li>Start- og sluttdato (høyst 12 måneder, kan forlenges)</li></ul>";

    private CatalogSamples() {}

    static void add(Map<String, Function<Frame, Page>> pages) {
        pages.put("services", frame -> Page.of("catalog/services", new CataloguePage(frame, PortalSamples.audiences(), "student", "", List.of(new Filter("it", "IT og tilgang", 14, true),
            new Filter("rooms", "Rom og utstyr", 9, false), new Filter("library", "Bibliotek", 7, false)), List.of(new Filter("", "Alt", 23, true), new Filter("order", "Bestille", 11, false), new Filter("incident", "Melde feil", 4, false)),
            List.of(new Chosen("IT og tilgang", "/services")), List.of(new ServiceGroup("it", "IT og tilgang", PortalSamples.services())), 4)));
        pages.put("services-none", frame -> Page.of("catalog/services", new CataloguePage(frame, PortalSamples.audiences(), "student", "xyzzy", List.of(), List.of(), List.of(new Chosen("«xyzzy»", "/services")), List.of(), 0)));
        pages.put("service", frame -> service(frame, new Measured(Duration.ofHours(5), Duration.ofHours(16), Duration.ofHours(48), 412, 90)));
        pages.put("service-unmeasured", frame -> service(frame, null));
    }

    private static Page service(Frame frame, Measured measured) {
        return Page.of("catalog/service", new ServicePage(frame, List.of(new Crumb("Tjenester", "/services"), new Crumb("IT og tilgang", "/services?topic=it")), "guest", "order",
            "Bestille gjestekonto", "Gi en person utenfor universitetet tilgang til nett, lagring eller rom i en avgrenset periode.", ABOUT, "Alle studenter og ansatte.",
            measured, measured == null ? Samples.NOW.minus(Duration.ofHours(15)) : null, "Tilgang og konto", Samples.NOW.minus(Duration.ofDays(18)), "1.2.0"));
    }
}
