package no.torg.cases.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import no.torg.cases.CaseState;
import no.torg.cases.work.WorkCounts.Counts;
import no.torg.cases.work.WorkPlace.Kind;
import no.torg.cases.work.views.WorkListPage;
import no.torg.cases.work.views.WorkRow;
import no.torg.catalog.Services;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.NotFound;
import no.torg.web.Words;
import no.torg.web.views.Choice;
import no.torg.web.views.Chosen;
import no.torg.web.views.Due;
import no.torg.web.views.Option;
import no.torg.web.views.Pager;
import no.torg.web.views.Tab;
import org.springframework.stereotype.Component;

/** The lists of work as pages: one statement for the rows, one for the counts beside them and the names in them. */
@Component
class WorkPages {

    private final CaseFilters filters;
    private final WorkList list;
    private final WorkCounts counts;
    private final CaseViews views;
    private final Services services;

    WorkPages(CaseFilters filters, WorkList list, WorkCounts counts, CaseViews views, Services services) {
        this.filters = filters;
        this.list = list;
        this.counts = counts;
        this.views = views;
        this.services = services;
    }

    /** The list at that place as the filter narrows it; who works with no cases, or not with that team, finds nothing there. */
    WorkListPage page(Actor actor, Frame frame, WorkPlace place, CaseFilter filter, boolean exactly) {
        if (!actor.worksWithCases() || place.kind() == Kind.TEAM && !actor.covered().contains(place.team())) {
            throw new NotFound("work " + place);
        }
        var words = frame.words();
        var query = place.narrow(actor, filters.query(actor, filter, place.kind() == Kind.MINE || place.kind() == Kind.OVERDUE ? WorkSort.DUE : WorkSort.UPDATED));
        var rows = list.rows(actor, words.language(), query);
        var plain = filter.plain() && place.kind() != Kind.ALL;
        var whole = query.cursor() == null && rows.size() <= query.limit();
        // what a filter leaves is counted once, on the first page of it, unless that shows it all
        var counted = counts.of(actor, !exactly && (plain || whole || query.cursor() != null) ? null : query, exactly, rows.people());
        var found = CaseLists.found(query, rows.named());
        var address = new WorkAddress(place.path(), filter);
        var known = counted.found() != null ? Long.valueOf(counted.found()) : plain ? place.counted(actor, counted) : whole ? Long.valueOf(found.rows().size()) : null;
        var most = counted.found() != null || place.countedSoFar() ? WorkCounts.MOST : Integer.MAX_VALUE;
        var more = known != null && known > most;
        var count = known == null ? "" : exactly ? words.number(known) : WorkSide.some(words, known, most);
        return new WorkListPage(frame, WorkSide.of(actor, words, counted, place), place.path(), WorkSide.title(words, counted, place),
                count, more && !exactly ? address.exactly() : null, choices(words, place, filter, counted), filter.text() == null ? "" : filter.text(),
                chosen(words, filter, counted, address), query.sort().code(), sorts(words, query, address), found.rows().stream().map(row -> row(actor, words, row)).toList(),
                new Pager(found.previous() == null ? null : address.after(found.previous()), found.next() == null ? null : address.after(found.next()), ""));
    }

    /** The counts beside a page that is no list; after it the names of these people are known. */
    Counts counts(Actor actor, Set<UUID> people) {
        return counts.of(actor, null, false, people);
    }

    private WorkRow row(Actor actor, Words words, ListedCase file) {
        var last = file.last();
        return new WorkRow(file.number(), file.priority(), file.title(), last == null || last.by() == null ? null : last.by().split(" ")[0],
                last == null ? null : last.snippet(), last != null && last.internal(), file.requester().name(), file.team().name(),
                file.handler() == null ? null : file.handler().name(), views.state(words, file), due(words, file), file.unread());
    }

    static Due due(Words words, ListedCase file) {
        return file.state() == CaseState.WAITING ? Due.paused(words)
                : !file.state().open() || file.own() ? new Due("neutral", "Clock", words.say("web.due.none")) : Due.at(file.due(), words);
    }

    private List<Choice> choices(Words words, WorkPlace place, CaseFilter filter, Counts counted) {
        var choices = new ArrayList<Choice>();
        var state = filter.state() == null ? Standing.OPEN.code() : filter.state();
        choices.add(new Choice("state", words.say("cases.work.state"), Arrays.stream(Standing.values())
                .map(standing -> new Option(standing.code(), words.say("cases.standing." + standing.code()), standing.code().equals(state))).toList()));
        if (place.kind() != Kind.TEAM && counted.teams().size() > 1) {
            choices.add(any(words, "team", words.say("cases.noun.team"), String.valueOf(filter.team()),
                    counted.teams().stream().map(team -> new Option(team.id().toString(), team.name(), false))));
        }
        if (place.kind() == Kind.TEAMS || place.kind() == Kind.TEAM || place.kind() == Kind.OVERDUE) {
            choices.add(any(words, "handler", words.say("cases.work.handler"), String.valueOf(filter.handler()),
                    Stream.of(new Option("me", words.say("cases.work.me"), false), new Option("none", words.say("cases.work.nobody"), false))));
        }
        choices.add(any(words, "priority", words.say("cases.work.priority"), String.valueOf(filter.priority()),
                IntStream.rangeClosed(1, 5).mapToObj(priority -> new Option(String.valueOf(priority), words.say("web.priority." + priority), false))));
        choices.add(any(words, "service", words.say("cases.mine.service"), String.valueOf(filter.service()), services.published(words.language().code()).stream()
                .map(service -> new Option(service.definition().slug(), service.definition().texts(words.language().code()).name(), false))));
        return choices;
    }

    private static Choice any(Words words, String name, String label, String chosen, Stream<Option> options) {
        var all = Stream.concat(Stream.of(new Option("", words.say("cases.work.any"), false)), options)
                .map(option -> new Option(option.value(), option.label(), option.value().equals(chosen))).toList();
        return new Choice(name, label, all);
    }

    private List<Chosen> chosen(Words words, CaseFilter filter, Counts counted, WorkAddress address) {
        var chosen = new ArrayList<Chosen>();
        if (filter.state() != null && !filter.state().equals(Standing.OPEN.code())) {
            chosen.add(new Chosen(words.say("cases.work.state"), words.say("cases.standing." + filter.state()), address.without("state")));
        }
        counted.teams().stream().filter(team -> team.id().equals(filter.team()))
                .forEach(team -> chosen.add(new Chosen(words.say("cases.noun.team"), team.name(), address.without("team"))));
        if (filter.handler() != null) {
            chosen.add(new Chosen(words.say("cases.work.handler"), words.say(filter.handler().equals("none") ? "cases.work.nobody" : "cases.work.me"), address.without("handler")));
        }
        if (filter.priority() != null) {
            chosen.add(new Chosen(words.say("cases.work.priority"), words.say("web.priority." + filter.priority()), address.without("priority")));
        }
        if (filter.service() != null) {
            services.bySlug(filter.service()).ifPresent(service -> chosen.add(new Chosen(words.say("cases.mine.service"),
                    service.definition().texts(words.language().code()).name(), address.without("service"))));
        }
        if (filter.text() != null) {
            chosen.add(new Chosen(words.say("cases.work.text"), "«" + filter.text() + "»", address.without("text")));
        }
        return chosen;
    }

    private static List<Tab> sorts(Words words, WorkQuery query, WorkAddress address) {
        return Arrays.stream(WorkSort.values()).map(sort -> new Tab(words.say("cases.sort." + sort.code()), address.sorted(sort), sort == query.sort())).toList();
    }
}
