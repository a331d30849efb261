package no.torg.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import no.torg.cases.CaseWork;
import no.torg.cases.Closures;
import no.torg.cases.Dialogue;
import no.torg.cases.Waits;
import no.torg.cases.requests.Requests;
import no.torg.conversations.Audience;
import no.torg.events.Moment;
import no.torg.people.Actor;
import no.torg.people.Actors;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The demo world's cases, told step by step through the doors that people use, each at its own time. */
@Component
class DemoCases {

    private static final Pattern DAY = Pattern.compile("day([+-]\\d+)");

    private final Requests requests;
    private final CaseWork work;
    private final Waits waits;
    private final Closures closures;
    private final Dialogue dialogue;
    private final Actors actors;

    DemoCases(Requests requests, CaseWork work, Waits waits, Closures closures, Dialogue dialogue, Actors actors) {
        this.requests = requests;
        this.work = work;
        this.waits = waits;
        this.closures = closures;
        this.dialogue = dialogue;
        this.actors = actors;
    }

    private record Step(Instant at, int order, Runnable act) {
    }

    void fill(Told told, DemoPeople.Cast cast, Instant now) {
        var cases = told.list("cases").stream().sorted(Comparator.comparing(one -> -one.number("hours-ago"))).toList();
        cases.forEach(one -> tell(one, cast, now));
    }

    private void tell(Told one, DemoPeople.Cast cast, Instant now) {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("Told to stop");
        }
        var opened = now.minus(hours(one.number("hours-ago")));
        var requester = actor(cast, one.text("by"));
        var number = new String[1];
        Moment.at(opened, () -> {
            var submitted = requests.submit(requester, one.text("service"), answers(one.map("answers"), opened, cast), List.of(), null, "portal");
            if (submitted.opened() == null) {
                throw new IllegalStateException(one + " is refused: " + submitted.outcome().codes());
            }
            number[0] = submitted.opened().number();
        });
        steps(one, cast, opened, number[0]).stream().sorted(Comparator.comparing(Step::at).thenComparing(Step::order))
                .forEach(step -> Moment.at(step.at().isAfter(now) ? now : step.at(), step.act()));
    }

    private List<Step> steps(Told one, DemoPeople.Cast cast, Instant opened, String number) {
        var steps = new ArrayList<Step>();
        var system = Actor.system("demo");
        if (one.has("team")) {
            var team = cast.teams().get(one.text("team"));
            steps.add(new Step(moved(one, opened, cast, team), 0, () -> work.hand(system, number, team)));
        }
        var handler = one.has("handler") ? actor(cast, one.text("handler")) : null;
        if (handler != null) {
            steps.add(new Step(taken(one, opened), 1, () -> work.assign(handler, number, null, handler.id())));
        }
        for (var message : one.list("messages")) {
            var author = actor(cast, message.text("by"));
            var audience = message.has("internal") ? Audience.INTERNAL : Audience.PUBLIC;
            steps.add(new Step(opened.plus(hours(message.number("after"))), 2, () -> dialogue.post(author, number, audience,
                    message.text(audience.code()), List.of(), "portal", Dialogue.Then.NOTHING)));
        }
        var worker = handler == null ? system : handler;
        if (one.has("wait")) {
            steps.add(wait(one.map("wait"), opened, number, worker));
        }
        end(one, opened, number, worker, steps);
        return steps;
    }

    private Step wait(Told wait, Instant opened, String number, Actor worker) {
        var from = opened.plus(hours(wait.number("after")));
        var until = wait.has("days") ? from.plus(Duration.ofDays((long) wait.number("days"))) : null;
        return new Step(from, 3, () -> waits.begin(worker, number, waits.stateNow(worker, number), wait.text("for"), until, wait.textOrNull("reason")));
    }

    private void end(Told one, Instant opened, String number, Actor worker, List<Step> steps) {
        if (one.has("resolved")) {
            steps.add(new Step(opened.plus(hours(one.number("resolved"))), 4, () -> closures.resolve(worker, number, waits.stateNow(worker, number))));
        }
        if (one.has("closed")) {
            steps.add(new Step(opened.plus(hours(one.number("closed"))), 5,
                    () -> closures.close(worker, number, waits.stateNow(worker, number), "done", null)));
        }
    }

    /** The case was moved as soon as those who do not work in its new team had said what they had to say. */
    private Instant moved(Told one, Instant opened, DemoPeople.Cast cast, UUID team) {
        return one.list("messages").stream().filter(message -> !message.text("by").equals(one.text("by")) && !actor(cast, message.text("by")).covered().contains(team))
                .map(message -> opened.plus(hours(message.number("after"))).plusSeconds(30)).max(Comparator.naturalOrder()).orElse(opened.plusSeconds(60));
    }

    /** The handler took the case at the first message of their own, at the latest when something was done with it. */
    private static Instant taken(Told one, Instant opened) {
        return one.list("messages").stream().filter(message -> message.text("by").equals(one.text("handler")))
                .map(message -> opened.plus(hours(message.number("after")))).min(Comparator.naturalOrder())
                .or(() -> one.has("resolved") ? Optional.of(opened.plus(hours(one.number("resolved")))) : Optional.empty())
                .map(at -> at.minusSeconds(120)).filter(at -> at.isAfter(opened)).orElse(opened.plusSeconds(180));
    }

    private static Map<String, Object> answers(Told told, Instant opened, DemoPeople.Cast cast) {
        var answers = new LinkedHashMap<String, Object>();
        told.entries().forEach((key, value) -> answers.put(key, answer(value, opened, cast)));
        return answers;
    }

    private static Object answer(Object value, Instant opened, DemoPeople.Cast cast) {
        if (!(value instanceof String text)) {
            return value;
        }
        var day = DAY.matcher(text);
        if (day.matches()) {
            return LocalDate.ofInstant(opened, Tenant.current().zone()).plusDays(Long.parseLong(day.group(1))).toString();
        }
        return text.startsWith("person:") ? cast.persons().get(text.substring(7)).toString() : text;
    }

    private Actor actor(DemoPeople.Cast cast, @Nullable String key) {
        UUID person = cast.persons().get(key);
        return actors.of(person).orElseThrow(() -> new IllegalStateException("Nobody is called " + key));
    }

    private static Duration hours(double hours) {
        return Duration.ofMinutes(Math.round(hours * 60));
    }
}
