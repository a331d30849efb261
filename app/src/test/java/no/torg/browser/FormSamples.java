package no.torg.browser;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.torg.cases.requests.views.FormPage;
import no.torg.cases.requests.views.FormPage.FormStep;
import no.torg.cases.requests.views.FormPage.Reviewed;
import no.torg.forms.views.ErrorView;
import no.torg.forms.views.FieldView;
import no.torg.forms.views.FieldView.ChoiceView;
import no.torg.forms.views.FieldView.Kind;
import no.torg.forms.views.FieldView.RowView;
import no.torg.forms.views.FileLimits;
import no.torg.forms.views.PageView;
import no.torg.web.Frame;
import no.torg.web.Page;
import no.torg.web.views.Attachment;
import org.jspecify.annotations.Nullable;

final class FormSamples {
    private static final List<ChoiceView> YES_NO = List.of(new ChoiceView("yes", "Ja", "", true), new ChoiceView("no", "Nei, bare nett og rom", "", false));
    private static final Map<String, Attachment> FILES = Map.of("h1", new Attachment("Samarbeidsavtale-Fjordmiljø.pdf", "/files/1", "application/pdf", 6_200_000));

    private FormSamples() {}

    static void add(Map<String, Function<Frame, Page>> pages) {
        pages.put("form", frame -> form(frame, new PageView("access", "Tilgang og periode", "", fields(false)), false));
        pages.put("form-errors", frame -> form(frame, new PageView("access", "Tilgang og periode", "", fields(true)), false));
        pages.put("form-review", frame -> Page.of("cases/requests/form", page(frame, null, List.of(
            new Reviewed("Om gjesten", "?page=guest", List.of(new Reviewed.Line("Hva heter gjesten?", "Jonas Ekdal"), new Reviewed.Line("Hvor kommer gjesten fra?", "Havforskningsgruppen, Sundet høgskole"))),
            new Reviewed("Tilgang og periode", "?page=access", List.of(new Reviewed.Line("Når skal gjesten ha tilgang?", "30. november 2026–30. april 2027")))), true)));
    }

    private static Page form(Frame frame, PageView page, boolean last) {
        return Page.of("cases/requests/form", page(frame, page, List.of(), last));
    }

    private static FormPage page(Frame frame, @Nullable PageView page, List<Reviewed> review, boolean last) {
        return new FormPage(frame, "guest", "Bestille gjestekonto", "order", List.of(new FormStep("Om gjesten", "?page=guest", true, false),
            new FormStep("Tilgang og periode", "?page=access", page == null, page != null), new FormStep("Se over og send", null, false, page == null)), page, review, last, FILES,
            new FileLimits("PDF, Word, regneark eller bilde. Høyst 20 MB per fil.", "20 MB"), "k", Samples.NOW.minusSeconds(300), Samples.NOW.plusSeconds(30L * 86_400), false);
    }

    private static List<FieldView> fields(boolean wrong) {
        var late = wrong ? ErrorView.worded("Sluttdatoen er før startdatoen. Velg en senere dato.") : null;
        var missing = wrong ? new ErrorView("forms.error.required", List.of(), "") : null;
        return List.of(field("data", Kind.RADIO, "Skal gjesten ha tilgang til forskningsdata?", "", YES_NO, List.of("yes"), null, false),
            field("project", Kind.TEXT, "Hvilket prosjekt?", "Navnet slik det står i prosjektlisten.", List.of(), List.of(wrong ? "" : "Fjordmiljø 2030"), missing, true),
            field("rights", Kind.SELECT, "Hva skal gjesten kunne gjøre?", "", List.of(new ChoiceView("read", "Bare lese", "", true), new ChoiceView("write", "Lese og endre", "", false)), List.of("read"), null, true),
            picker("sponsor", "Hvem svarer for gjesten?", "p1", "Siv Breivik", List.of()), picker("second", "Hvem er stedfortreder?", "Siv Bre", "Siv Bre",
                List.of(new ChoiceView("p1", "Siv Breivik", "Førsteamanuensis, Institutt for biovitenskap", false), new ChoiceView("p2", "Sivert Brekke", "Rådgiver, Studieavdelingen", false))),
            field("from", Kind.DATE, "Fra og med", "", List.of(), List.of("2026-11-30"), null, false), field("to", Kind.DATE, "Til og med", "Høyst 12 måneder.", List.of(), List.of("2026-11-20"), late, false),
            field("where", Kind.CHECKLIST, "Hvor skal gjesten ha adgang?", "", List.of(new ChoiceView("net", "Nett", "", true), new ChoiceView("rooms", "Rom", "", false)), List.of("net"), null, false),
            field("why", Kind.TEXTAREA, "Hvorfor trenger gjesten tilgang?", "", List.of(), List.of("Feltarbeid i Fjordmiljø 2030"), null, false),
            new FieldView("people", "", "people", Kind.ROWS, "Følgepersoner", "Andre som kommer sammen med gjesten.", false, List.of(), "", List.of(), null, "", "", 0, 0, "", "", false, "", false,
                List.of(), List.of(new RowView(0, List.of(field("people-0-name", Kind.TEXT, "Navn", "", List.of(), List.of("Mia Sund"), null, false))), new RowView(1, List.of(field("people-1-name", Kind.TEXT, "Navn", "", List.of(), List.of(""), missing, false))))),
            new FieldView("files", "f.files", "files", Kind.FILES, "Taushetserklæring og avtale", "", false, List.of("h1"), "", List.of(), null, "", "", 0, 0, "", "", true, ".pdf", false, List.of(), List.of()),
            field("ok", Kind.CHECKBOX, "Jeg har lest reglene for gjester", "", List.of(), List.of(), missing, false));
    }

    private static FieldView field(String id, Kind kind, String label, String hint, List<ChoiceView> choices, List<String> values, @Nullable ErrorView error, boolean follow) {
        return new FieldView(id, "f." + id, id, kind, label, hint, !id.equals("why"), values, values.isEmpty() ? "" : values.getFirst(), choices, error, "", "", 0, 200, "", "", false, "", follow, List.of(), List.of());
    }

    private static FieldView picker(String id, String label, String value, String shown, List<ChoiceView> choices) {
        return new FieldView(id, "f." + id, id, Kind.PERSON, label, "", true, List.of(value), shown, choices, null, "", "", 0, 0, "", "off", false, "", false, List.of(), List.of());
    }
}
