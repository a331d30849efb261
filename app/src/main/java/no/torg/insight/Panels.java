package no.torg.insight;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import no.torg.insight.Overview.Arrival;
import no.torg.insight.Overview.Flow;
import no.torg.insight.Overview.Outcome;
import no.torg.insight.Overview.ServiceOutcome;
import no.torg.insight.Overview.TeamOutcome;
import no.torg.insight.ServiceFigures.Times;
import no.torg.insight.views.Bars;
import no.torg.insight.views.Bars.Bar;
import no.torg.insight.views.Cell;
import no.torg.insight.views.Grid;
import no.torg.insight.views.Heat;
import no.torg.insight.views.Heat.Day;
import no.torg.insight.views.Heat.Hour;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;

/** The tables of the figures, each under what it shows. */
record Panels(Words words, Overview overview, Narrowing narrowing, Links links) {

    private static final int FLOWS = 20;
    private static final int DAYS = 7;
    private static final int FIRST_HOUR = 7;
    private static final int LAST_HOUR = 16;
    private static final int HEATS = 4;
    /** Those that have a name of ours; an import may bring a source's own words. */
    private static final Set<String> CHANNELS = Set.of("portal", "api", "mail", "phone", "import");
    private static final List<String> OUTCOME = List.of("opened", "resolved", "open", "reply-half", "reply-nine", "reply-share", "done-half", "done-nine", "done-share");

    Grid services() {
        var slowest = overview.services().stream().filter(row -> row.outcome().resolution().count() > 0).max(Comparator.comparing(row -> row.outcome().resolution().ninetieth()));
        var title = slowest.filter(row -> overview.services().size() > 1).map(row -> words.say("insight.services.slowest", row.name())).orElse(words.say("insight.services.title"));
        return new Grid("services", title, words.say("insight.times.what"), heads("service", OUTCOME), overview.services().stream().map(this::service).toList(), links.files("services"));
    }

    private Grid.Row service(ServiceOutcome row) {
        return new Grid.Row(new Cell(row.name(), "/insight/services/" + row.service()), outcome(links.to(narrowing.of(row.service())), row.outcome()));
    }

    /** The figures of an outcome in the order of the table. */
    List<Cell> outcome(Links to, Outcome of) {
        return List.of(to.count(Measure.OPENED, of.opened()), to.count(Measure.RESOLVED, of.resolved()), to.open(of.open()),
                time(to, Measure.FIRST_REPLY, half(of.firstReply())), time(to, Measure.FIRST_REPLY, nine(of.firstReply())), share(to, Measure.FIRST_REPLY_IN_TIME, of.firstReply()),
                time(to, Measure.RESOLVED, half(of.resolution())), time(to, Measure.RESOLVED, nine(of.resolution())), share(to, Measure.RESOLVED_IN_TIME, of.resolution()));
    }

    Grid teams() {
        var most = overview.teams().stream().max(Comparator.comparing(row -> row.outcome().open())).filter(row -> row.outcome().open() > 0);
        var slowest = overview.teams().stream().filter(row -> row.outcome().resolution().count() >= ComparisonReads.LEAST).max(Comparator.comparing(row -> row.outcome().resolution().ninetieth()));
        var title = most.map(row -> words.say("insight.teams.most", named(row.name()))).or(() -> slowest.map(row -> words.say("insight.teams.slowest", named(row.name()))));
        return new Grid("teams", title.orElse(words.say("insight.teams.title")), words.say("insight.teams.what"),
                heads("team", List.of("opened", "resolved", "open", "handed-over", "returned", "reopened", "done-half", "done-nine")),
                overview.teams().stream().sorted(Comparator.comparing((TeamOutcome row) -> row.outcome().open()).thenComparing(row -> row.outcome().opened()).reversed()).map(this::team).toList(), links.files("teams"));
    }

    private Grid.Row team(TeamOutcome row) {
        var to = links.to(narrowing.at(row.team()));
        var of = row.outcome();
        return new Grid.Row(new Cell(named(row.name()), "/insight?period=custom" + "&from=" + overview.from() + "&to=" + overview.to() + narrowing.at(row.team()).rest()),
                List.of(to.count(Measure.OPENED, of.opened()), to.count(Measure.RESOLVED, of.resolved()), to.open(of.open()), to.count(Measure.HANDED_OVER, of.handedOver()),
                        to.count(Measure.RETURNED, of.returned()), to.count(Measure.REOPENED, of.reopened()), time(to, Measure.RESOLVED, half(of.resolution())),
                        time(to, Measure.RESOLVED, nine(of.resolution()))));
    }

    Grid flows() {
        var flows = overview.flows();
        var title = flows.isEmpty() ? words.say("insight.flows.title") : words.say("insight.flows.most", named(flows.getFirst().fromName()), named(flows.getFirst().toName()));
        var both = flows.stream().limit(FLOWS).max(Comparator.comparing(flow -> Math.min(flow.count(), back(flow)))).filter(flow -> back(flow) > 0)
                .map(flow -> " " + words.say("insight.flows.both", named(flow.fromName()), named(flow.toName()))).orElse("");
        return new Grid("flows", title, words.say("insight.flows.what") + both, heads("flow", List.of("handed-over", "back")), flows.stream().limit(FLOWS).map(this::flow).toList(),
                links.files("flows"));
    }

    private Grid.Row flow(Flow flow) {
        var back = back(flow);
        return new Grid.Row(new Cell(named(flow.fromName()) + " → " + named(flow.toName()), null), List.of(handed(flow, flow.count()),
                back == 0 ? new Cell("0", null) : handed(new Flow(flow.to(), flow.toName(), flow.from(), flow.fromName(), back), back)));
    }

    /** What went the other way. */
    private long back(Flow flow) {
        return overview.flows().stream().filter(other -> other.from().equals(flow.to()) && other.to().equals(flow.from())).mapToLong(Flow::count).sum();
    }

    private Cell handed(Flow flow, long count) {
        return links.to(narrowing.at(flow.from())).count(Measure.HANDED_OVER, Picking.handedTo(flow.to()), count);
    }

    Heat heat() {
        var hours = IntStream.rangeClosed(overview.arrivals().stream().mapToInt(Arrival::hour).reduce(FIRST_HOUR, Math::min),
                overview.arrivals().stream().mapToInt(Arrival::hour).reduce(LAST_HOUR, Math::max)).boxed().toList();
        var most = overview.arrivals().stream().mapToLong(Arrival::count).max().orElse(0);
        var busiest = overview.arrivals().stream().max(Comparator.comparing(Arrival::count));
        var title = busiest.map(one -> words.say("insight.heat.busiest", weekday(one.weekday(), "web.date.weekdays"), Integer.toString(one.hour())));
        var days = IntStream.rangeClosed(1, DAYS).mapToObj(day -> new Day(words.sentence(weekday(day, "web.date.weekdays-brief")),
                hours.stream().map(hour -> hour(day, hour, most)).toList())).toList();
        return new Heat(title.map(words::sentence).orElse(words.say("insight.heat.title")), words.say("insight.heat.what"), hours.stream().map(hour -> Integer.toString(hour)).toList(), days,
                links.files("arrivals"));
    }

    private Hour hour(int day, int hour, long most) {
        var n = overview.arrivals().stream().filter(one -> one.weekday() == day && one.hour() == hour).mapToLong(Arrival::count).sum();
        return new Hour(n == 0 ? new Cell("0", null) : links.count(Measure.OPENED, Picking.arriving(day, hour), n), n == 0 ? 0 : (int) Math.ceilDiv(n * HEATS, most));
    }

    Bars channels() {
        var total = overview.total().opened();
        var most = overview.channels().stream().mapToLong(Overview.ChannelCount::count).max().orElse(0);
        var title = overview.channels().isEmpty() ? words.say("insight.channels.title")
                : words.say("insight.channels.most", channel(overview.channels().getFirst().channel()), words.percent(most(overview.channels().getFirst().count(), total)));
        return new Bars("channels", title, words.say("insight.channels.what"), words.say("insight.channels.channel"), overview.channels().stream()
                .map(one -> new Bar(channel(one.channel()), links.count(Measure.OPENED, Picking.through(one.channel()), one.count()), share(one.count(), most))).toList(), links.files("channels"));
    }

    Bars ages() {
        var most = overview.ages().stream().mapToLong(ServiceFigures.Age::count).max().orElse(0);
        var old = overview.ages().getLast();
        return new Bars("ages", words.say("insight.ages.oldest", old.count(), InsightWords.age(words, old).toLowerCase(words.language().locale())), words.say("insight.ages.what"),
                words.say("insight.ages.age"), overview.ages().stream().map(age -> new Bar(InsightWords.age(words, age),
                new Cell(words.number(age.count()), links.way(Measure.OPEN, age.from(), age.to())), share(age.count(), most))).toList(), links.files("ages"));
    }

    List<String> heads(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).map(name -> words.say("insight.column." + name)).toList();
    }

    /** A share that is not said to be all where it is not. */
    private static double most(long n, long total) {
        return n == total ? 1 : Math.min(0.99, (double) n / total);
    }

    private String channel(String code) {
        return CHANNELS.contains(code) ? words.say("cases.channel." + code) : code;
    }

    private String weekday(int day, String key) {
        return words.say(key).split(" ")[day - 1];
    }

    private String named(String team) {
        return team.isEmpty() ? words.say("insight.teams.none") : team;
    }

    private static int share(long n, long most) {
        return most == 0 ? 0 : (int) (n * 100 / most);
    }

    private Cell time(Links to, Measure measure, @Nullable Duration took) {
        return took == null ? new Cell("–", null) : new Cell(words.workingTime(took), to.slowest(measure));
    }

    private Cell share(Links to, Measure measure, Times times) {
        var share = times.share();
        return share == null ? new Cell("–", null) : new Cell(words.percent(share), to.way(measure));
    }

    static @Nullable Duration half(Times times) {
        return times.count() == 0 ? null : Duration.ofSeconds((long) (times.median() * 60));
    }

    static @Nullable Duration nine(Times times) {
        return times.count() == 0 ? null : Duration.ofMinutes(times.ninetieth());
    }
}
