package no.torg.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import no.torg.insight.views.DashboardForm;
import no.torg.insight.views.DashboardForm.Hidden;
import no.torg.insight.views.DashboardPage;
import no.torg.insight.views.DashboardsPage;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Words;
import no.torg.web.views.Choice;
import no.torg.web.views.Option;
import org.springframework.stereotype.Component;

/** Saved dashboards as pages, with the numbers that who looks may see. */
@Component
class DashboardPages {

    private static final String PATH = "/insight/dashboards";

    private final Dashboards dashboards;
    private final OverviewPages pages;
    private final FigureAccess access;
    private final Reach reach;

    DashboardPages(Dashboards dashboards, OverviewPages pages, FigureAccess access, Reach reach) {
        this.dashboards = dashboards;
        this.pages = pages;
        this.access = access;
        this.reach = reach;
    }

    DashboardsPage all(Actor actor, Frame frame, Narrowing narrowing, LocalDate today) {
        var words = frame.words();
        access.narrowed(actor, narrowing);
        var rows = dashboards.all(actor).stream().map(one -> new DashboardsPage.Row(one.name(), PATH + "/" + one.id(), words.say("insight.dashboard.whose",
                actor.is(one.owner()) ? "own" : "other", one.shared() ? "shared" : "private"))).toList();
        return new DashboardsPage(frame, InsightWords.tabs(words, PATH, narrowing), rows, narrowed(words, narrowing, reach.asked(actor, narrowing, today).days(today)),
                form(words, PATH, words.say("insight.dashboard.save"), "", false, narrowing, List.of(Panel.values())));
    }

    DashboardPage one(Actor actor, Frame frame, UUID id, LocalDate today) {
        var words = frame.words();
        var one = dashboards.find(actor, id);
        var own = actor.is(one.owner());
        var here = PATH + "/" + id;
        var figures = pages.overview(actor, frame, one.narrowing(), today);
        var days = Period.of(null, figures.filters().from(), figures.filters().to(), today);
        return new DashboardPage(one.name(), narrowed(words, one.narrowing(), days), "/insight" + asked(one.narrowing()), one.panels().stream().map(Panel::code).toList(), figures,
                own ? form(words, here, words.say("insight.dashboard.change"), one.name(), one.shared(), one.narrowing(), one.panels()) : null, own ? here + "/deletion" : null);
    }

    private String narrowed(Words words, Narrowing narrowing, Period period) {
        var service = narrowing.service() == null ? words.say("insight.filter.all-services") : access.service(words.language().code(), narrowing.service());
        var unit = narrowing.unit() == null ? words.say("insight.filter.all-units") : access.unit(narrowing.unit());
        var team = narrowing.team() == null ? words.say("insight.service.all-teams") : access.team(narrowing.team());
        return String.join(", ", unit, service, team, words.say("insight.days.from-to", words.date(period.from()), words.date(period.to())));
    }

    private static String asked(Narrowing narrowing) {
        return narrowing.all().isEmpty() ? "" : "?" + narrowing.all().substring(1);
    }

    private static DashboardForm form(Words words, String action, String submit, String name, boolean shared, Narrowing narrowing, List<Panel> panels) {
        var places = IntStream.range(0, Panel.values().length).mapToObj(place -> place(words, place, panels)).toList();
        return new DashboardForm(action, submit, name, shared, hidden(narrowing), places);
    }

    private static Choice place(Words words, int place, List<Panel> panels) {
        var chosen = place < panels.size() ? panels.get(place) : null;
        var none = Stream.of(new Option("", words.say("insight.dashboard.no-panel"), chosen == null));
        return new Choice("panels", words.say("insight.dashboard.place", Integer.toString(place + 1)),
                Stream.concat(none, Stream.of(Panel.values()).map(panel -> new Option(panel.code(), words.say("insight.panel." + panel.code()), panel == chosen))).toList());
    }

    private static List<Hidden> hidden(Narrowing narrowing) {
        var hidden = new ArrayList<Hidden>();
        Stream.of("unit", "service", "team", "period", "from", "to").forEach(name -> {
            var value = switch (name) {
                case "unit" -> narrowing.unit();
                case "service" -> narrowing.service();
                case "team" -> narrowing.team();
                case "period" -> narrowing.period();
                case "from" -> narrowing.from();
                default -> narrowing.to();
            };
            if (value != null) {
                hidden.add(new Hidden(name, value.toString()));
            }
        });
        return List.copyOf(hidden);
    }
}
