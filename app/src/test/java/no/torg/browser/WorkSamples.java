package no.torg.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.torg.cases.views.Answered;
import no.torg.cases.views.Entry;
import no.torg.cases.views.Entry.Happening;
import no.torg.cases.views.Entry.Post;
import no.torg.cases.views.Why;
import no.torg.cases.work.views.CasePage;
import no.torg.cases.work.views.Composer;
import no.torg.cases.work.views.HistoryRow;
import no.torg.cases.work.views.Properties;
import no.torg.cases.work.views.Refusal;
import no.torg.cases.work.views.Section;
import no.torg.cases.work.views.WorkListPage;
import no.torg.cases.work.views.WorkRow;
import no.torg.insight.views.Files;
import no.torg.insight.views.Lines;
import no.torg.insight.views.ServiceFiguresPage;
import no.torg.insight.views.ServiceFiguresPage.Age;
import no.torg.insight.views.ServiceFiguresPage.KeyFigure;
import no.torg.insight.views.ServiceFiguresPage.TeamTimes;
import no.torg.insight.views.Week;
import no.torg.web.Frame;
import no.torg.web.Page;
import no.torg.web.views.Attachment;
import no.torg.web.views.Choice;
import no.torg.web.views.Chosen;
import no.torg.web.views.Crumb;
import no.torg.web.views.Due;
import no.torg.web.views.Option;
import no.torg.web.views.Pager;
import no.torg.web.views.SideGroup;
import no.torg.web.views.SideLink;
import no.torg.web.views.State;
import no.torg.web.views.State.Mark;
import no.torg.web.views.Tab;

final class WorkSamples {

    private static final Files FILES = new Files("/work", "/work");
    private static final List<SideGroup> SIDE = List.of(
        new SideGroup("Mitt arbeid", List.of(link("Mine saker", "Inbox", "14", false, true), link("Teamene mine", "PersonHeadset", "50", false, false), link("Ikke tildelt", "InboxDown", "23", false, false), link("Over frist", "Hourglass", "3", true, false))),
        new SideGroup("Team", List.of(link("IT-brukerstøtte", "PersonHeadset", "31", false, false), link("Tilgang og konto", "KeyVertical", "1 000+", false, false), link("AV og rom", "Presentation", null, false, false))));
    private static final State WORKING = new State(Mark.WORK, "Under arbeid");

    private WorkSamples() {}

    static void add(Map<String, Function<Frame, Page>> pages) {
        pages.put("work", frame -> Page.of("cases/work/list", list(frame, rows(frame))));
        pages.put("work-empty", frame -> Page.of("cases/work/list", list(frame, List.of())));
        pages.put("work-case", frame -> Page.of("cases/work/case", page(frame, new Section.Talk(talk(), null, 5, composer(false)), true)));
        pages.put("work-case-note", frame -> Page.of("cases/work/case", page(frame, new Section.Talk(talk(), null, 5, composer(true)), false)));
        pages.put("work-case-answers", frame -> Page.of("cases/work/case", page(frame, new Section.Answers(List.of(new Answered("Hva heter gjesten?", "Jonas Ekdal"), new Answered("Fra og med", "30. november 2026"))), true)));
        pages.put("work-case-history", frame -> Page.of("cases/work/case", page(frame, new Section.History(history(), new Pager(null, "?before=x", "")), true)));
        pages.put("work-figures", frame -> Page.of("insight/service", figures(frame)));
    }

    private static SideLink link(String text, String icon, String count, boolean urgent, boolean current) {
        return new SideLink(text, "/work/" + icon, icon, count, urgent, current);
    }

    private static WorkListPage list(Frame frame, List<WorkRow> rows) {
        return new WorkListPage(frame, SIDE, "/work/mine", "Mine saker", String.valueOf(rows.size()), null, List.of(choice("state", "Tilstand", "Åpne", "Nye", "Venter"), choice("priority", "Prioritet", "Alle", "Kritisk", "Høy"),
            choice("service", "Tjeneste", "Alle", "Bestille gjestekonto")), "", List.of(new Chosen("Tilstand", "åpne", "/work/mine?state=all")), "due",
            List.of(new Tab("Frist, nærmest først", "?sort=due", true), new Tab("Sist endret", "?sort=updated", false), new Tab("Prioritet", "?sort=priority", false), new Tab("Nummer", "?sort=number", false)),
            rows, new Pager(null, rows.isEmpty() ? null : "?after=x", ""));
    }

    private static List<WorkRow> rows(Frame frame) {
        var w = frame.words();
        return List.of(
            row(1, "2026-004698", "Ingen kommer inn i eksamenssystemet fra campus nord", "Per Anders: Det gjelder alle på rom N-201 til N-214, vi har", "Per Anders Vik", WORKING, Due.at(Samples.NOW.minusSeconds(1500), w), true),
            row(2, "2026-004711", "Gjestekonto til Jonas Ekdal", "Ingrid: Her er den med dato. Takk for raskt svar!", "Ingrid Hauge", WORKING, Due.at(Samples.NOW.plusSeconds(6240), w), true),
            row(3, "2026-004690", "Ny PC starter ikke etter oppdatering", "Jon: Samme modell som de fire forrige", "Marte Solberg", new State(Mark.NEW, "Ny"), Due.at(Samples.NOW.plus(Duration.ofDays(3)), w), false),
            row(4, "2026-004671", "Bytte etternavn i adressebok og på adgangskort", "Camilla: Navnet er endret i Folkeregisteret fra mandag", "Camilla Rønning", new State(Mark.WAITS, "Venter på svar"), Due.paused(w), false),
            row(5, "2026-004630", "Opplæring i nytt møteromsutstyr", "Wenche: Neste onsdag passer best for oss", "Wenche Aas", WORKING, Due.at(Samples.NOW.plus(Duration.ofDays(9)), w), false));
    }

    private static WorkRow row(int priority, String number, String title, String said, String requester, State state, Due due, boolean unread) {
        var parts = said.split(": ", 2);
        return new WorkRow(number, priority, title, parts[0], parts[1], parts[0].equals("Jon"), requester, "Tilgang og konto", priority == 3 ? null : "Kari Lunde", state, due, unread);
    }

    private static Choice choice(String name, String label, String... options) {
        return new Choice(name, label, IntStream.range(0, options.length).mapToObj(n -> new Option(name + n, options[n], n == 0)).toList());
    }

    private static List<Entry> talk() {
        var talk = new ArrayList<Entry>();
        talk.add(new Post("1", "Ingrid Hauge", "IH", "innsender", false, false, false, Instant.parse("2026-11-19T11:11:00Z"), "Bestilling av gjestekonto med lesetilgang til Fjordmiljø 2030, 30. november–30. april.",
            List.of(new Attachment("Taushetserklæring.pdf", "/files/1", "application/pdf", 204_000))));
        talk.add(new Happening("Person", "Kari Lunde tok saken", Instant.parse("2026-11-19T12:02:00Z")));
        talk.add(new Post("2", "Kari Lunde", "KL", null, true, false, false, Instant.parse("2026-11-19T13:20:00Z"), "Hei, Ingrid. Taushetserklæringen mangler dato ved underskriften. Kan Jonas fylle den ut og sende den på nytt?", List.of()));
        talk.add(new Post("3", "Jon Moen", "JM", null, false, true, false, Instant.parse("2026-11-19T14:46:00Z"), "Prosjektet har fire lesere av fem. Husk å sette sluttdato i lagringen også, det skjer ikke av seg selv for denne sonen.", List.of()));
        talk.add(new Happening("Pause", "Klokka sto stille 18 t 45 min mens vi ventet på innsender", Instant.parse("2026-11-20T08:05:00Z")));
        talk.add(new Post("4", "Ingrid Hauge", "IH", "innsender", false, false, true, Instant.parse("2026-11-20T08:05:00Z"), "Her er den med dato. Takk for raskt svar!", List.of()));
        return talk;
    }

    private static Composer composer(boolean note) {
        return new Composer("Ingrid Hauge", "Tilgang og konto", note, "Hei, Ingrid. Nå er alt på plass.", note ? "@Jon kan du se om prosjektet har plass til en leser til?" : "",
            choice("after", "Tilstand etter svar", "Behold tilstand", "Venter på innsender", "Sett til Løst"), "Høyst 20 MB per fil", "k", List.of());
    }

    private static List<HistoryRow> history() {
        return List.of(new HistoryRow(Instant.parse("2026-11-20T08:05:00Z"), "Ingrid Hauge", "Svarte.", "Tilstand", "Venter på svar", "Under arbeid", false),
            new HistoryRow(Instant.parse("2026-11-19T14:46:00Z"), "Jon Moen", "Skrev internt notat.", null, null, null, true),
            new HistoryRow(Instant.parse("2026-11-19T12:05:00Z"), "Kari Lunde", "Tok saken.", "Ansvarlig", null, "Kari Lunde", false),
            new HistoryRow(Instant.parse("2026-11-19T11:11:00Z"), "Ingrid Hauge", "Sendte bestillingen fra portalen.", null, null, null, false));
    }

    private static CasePage page(Frame frame, Section section, boolean waits) {
        var due = Due.at(Samples.NOW.plusSeconds(6240), frame.words());
        var properties = new Properties(true, !waits, false, true, false, "in-progress", choice("handler", "Ansvarlig", "Kari Lunde (deg)", "Jon Moen", "Ingen"), choice("team", "Team", "Tilgang og konto", "IT-brukerstøtte"), 
            choice("impact", "Virkning", "En gruppe", "Én person"), choice("urgency", "Hast", "Høyt – stopper arbeid", "Vanlig"), 2, null, choice("reason", "Hvorfor lukkes saken?", "Ferdig", "Trengs ikke lenger"), waits ? new Properties.Wait("Venter på innsender til 24. november", Samples.NOW.minusSeconds(9000)) : null,
            new Properties.Clock("Frist for løsning", due, 75, "Brukt 5 t 16 min av 7 arbeidstimer.", "Lovet til Ingrid: senest tirsdag 24. november.", new Why("Hvorfor denne fristen?", PortalSamples.WHY)),
            new Properties.Requester("Ingrid Hauge", "IH", "Masterstudent, Institutt for biovitenskap", "ingrid.hauge@student.fjordvik.example", "412 00 318",
                List.of(new Properties.OtherCase("2026-004655", "Søknad om utsatt innlevering", true), new Properties.OtherCase("2026-004588", "Innsyn i egen eksamensbesvarelse", false))),
            List.of(new Attachment("Taushetserklæring-datert.pdf", "/files/2", "application/pdf", 211_000), new Attachment("Taushetserklæring.pdf", "/files/1", "application/pdf", 204_000)));
        return new CasePage(frame, SIDE, new Crumb("Mine saker", "/work/mine"), "", "2026-004711", "Gjestekonto til Jonas Ekdal", WORKING, 2, due, "Bestille gjestekonto · Portalen", Instant.parse("2026-11-19T11:11:00Z"),
            List.of(new Tab("Dialog", "/work/cases/2026-004711", section instanceof Section.Talk, 5), new Tab("Svar", "/work/cases/2026-004711/answers", section instanceof Section.Answers), new Tab("Historikk", "/work/cases/2026-004711/history", section instanceof Section.History, 13)),
            section, properties, Refusal.NONE);
    }

    private static ServiceFiguresPage figures(Frame frame) {
        var weeks = IntStream.range(22, 48).mapToObj(n -> new Week("uke " + n, "/work", 200 + n * 37 % 90, 190 + n * 41 % 90, 330 + (n < 32 ? (n - 22) * 20 : (47 - n) * 13), "/work?opened=" + n, "/work", "/work")).toList();
        return new ServiceFiguresPage(frame, SIDE, "Be om hjelp med IT", "it-service-desk", "/work/services/it-service-desk", Samples.NOW.minusSeconds(120),
            List.of(new Tab("13 uker", "?weeks=13", false), new Tab("26 uker", "?weeks=26", true), new Tab("52 uker", "?weeks=52", false)), null, choice("team", "Team", "Alle team", "IT-brukerstøtte"), "90", LocalDate.of(2026, 8, 27), LocalDate.of(2026, 11, 24), FILES,
            List.of(new KeyFigure("Nye siste uke", "206", "8 flere enn uka før", "/work"), new KeyFigure("Åpne nå", "333", "37 % færre enn toppen", "/work"), new KeyFigure("9 av 10 fikk svar innen", "4 timer", "siste 26 uker", null), new KeyFigure("9 av 10 løst innen", "3 arbeidsdager", "siste 26 uker", null)),
            new Lines("Køen har krympet seksten uker på rad", weeks, FILES), List.of(new Age("Under 1 døgn", 120, 100, "/work"), new Age("1–3 døgn", 96, 80, "/work"), new Age("4–10 døgn", 84, 70, "/work"), new Age("Over 10 døgn", 33, 28, "/work")), FILES,
            List.of(new TeamTimes("IT-brukerstøtte", 4_211, Duration.ofMinutes(52), Duration.ofHours(4), Duration.ofHours(6), Duration.ofHours(24), "/work", "/work", "/work"), new TeamTimes("AV og rom", 311, Duration.ofMinutes(22), null, Duration.ofHours(2), null, "/work", "/work", "/work")), FILES);
    }
}
