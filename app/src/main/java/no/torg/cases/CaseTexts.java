package no.torg.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import no.torg.calendars.Term;
import no.torg.cases.views.CaseSummary;
import no.torg.cases.views.NextStep;
import no.torg.cases.views.Step;
import no.torg.cases.views.Step.Progress;
import no.torg.cases.views.Why;
import no.torg.catalog.ServiceDefinition;
import no.torg.catalog.Services;
import no.torg.web.Words;
import no.torg.web.views.State;
import no.torg.web.views.State.Mark;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said to a requester about a case: the state in the service's words, what happens next and by when, and why that date. */
@Component
public class CaseTexts {

    private final Services services;

    CaseTexts(Services services) {
        this.services = services;
    }

    /** The state as the service words it. */
    public State state(Words words, RequesterCase file) {
        var mark = switch (file.state()) {
            case NEW -> Mark.NEW;
            case IN_PROGRESS -> Mark.WORK;
            case WAITING -> file.waitsForRequester() ? Mark.WAITS_FOR_YOU : Mark.WAITS;
            case RESOLVED -> Mark.DONE;
            case CLOSED -> Mark.CLOSED;
        };
        return new State(mark, mark == Mark.WAITS_FOR_YOU ? words.say("cases.state.waits-for-you") : state(words, definition(file), file.state()));
    }

    /** A state as a service words it, else as all do. */
    public static String state(Words words, ServiceDefinition definition, CaseState state) {
        var own = definition.texts(words.language().code()).states().get(state.code());
        return own == null ? words.say("cases.state." + state.code()) : own;
    }

    /** What happens next, and by when. */
    public NextStep next(Words words, RequesterCase file) {
        var promised = file.promise();
        var promise = promised == null || file.firstReply() != null && file.state() == CaseState.WAITING ? null
                : words.say(promised.isBefore(words.now()) ? "cases.next.late" : "cases.next.promise", words.day(promised));
        return switch (file.state()) {
            case NEW -> new NextStep("ArrowRight", words.say("cases.next.new", file.team()), promise);
            case IN_PROGRESS -> new NextStep("ArrowRight", handled(words, file), promise);
            case WAITING -> waiting(words, file);
            case RESOLVED -> new NextStep("Checkmark", words.say("cases.next.resolved"), reopen(words, file));
            case CLOSED -> new NextStep("Checkmark", words.say("cases.next.closed"), null);
        };
    }

    private String handled(Words words, RequesterCase file) {
        var named = file.handler() != null && definition(file).requesterSees().contains("handler");
        return named ? words.say("cases.next.handled", file.handler()) : words.say("cases.next.in-progress", file.team());
    }

    private static NextStep waiting(Words words, RequesterCase file) {
        var wait = file.waitsFor();
        if (wait == null || wait.waitFor().equals("third-party")) {
            return new NextStep("Pause", words.say("cases.next.third-party"), null);
        }
        return wait.waitFor().equals("requester") ? new NextStep("ChatExclamationmark", words.say("cases.next.requester", file.team()), null)
                : new NextStep("Calendar", words.say("cases.next.date", words.day(wait.until() == null ? wait.since() : wait.until())), null);
    }

    private @Nullable String reopen(Words words, RequesterCase file) {
        var until = reopenableUntil(file);
        return until == null || until.isBefore(words.now()) ? null : words.say("cases.next.reopen", words.date(until));
    }

    /** Until when the requester may open a resolved or closed case again; null while it is open. */
    public @Nullable Instant reopenableUntil(RequesterCase file) {
        return file.resolved() == null ? null : services.reopenableUntil(file.service(), file.version(), file.resolved());
    }

    /** Why the promised date is what it is; null where nothing was promised. */
    public @Nullable Why why(Words words, RequesterCase file) {
        var promised = file.promise();
        if (promised == null) {
            return null;
        }
        var said = new ArrayList<String>();
        var term = definition(file).promise().otherwise();
        said.add(words.say(term.unit() == Term.Unit.DAYS ? "cases.why.days" : "cases.why.minutes", term.unit() == Term.Unit.DAYS ? term.amount()
                : words.workingTime(Duration.ofMinutes(term.amount()))));
        said.add(words.say("cases.why.opened", words.dayTime(file.opened())));
        for (var wait : file.waits()) {
            said.add(wait.ended() == null ? words.say("cases.why.stands", words.dayTime(wait.since()))
                    : words.say("cases.why.waited", words.dayTime(wait.since()), words.dayTime(wait.ended())));
        }
        said.add(words.say("cases.why.calendar"));
        return new Why(words.say("cases.why.question", words.day(promised)), String.join(" ", said));
    }

    /** The case on its way: what is behind, where it is, and what is to come. */
    public List<Step> line(Words words, RequesterCase file) {
        var line = new ArrayList<Step>();
        line.add(new Step(words.say("cases.line.received"), words.sentence(words.dayTime(file.opened())), Progress.DONE));
        if (file.firstReply() != null) {
            line.add(new Step(words.say("cases.line.replied"), words.sentence(words.dayTime(file.firstReply())), Progress.DONE));
        }
        if (file.state().open()) {
            line.add(new Step(now(words, file), next(words, file).text(), Progress.NOW));
            line.add(new Step(state(words, definition(file), CaseState.RESOLVED), by(words, file.promise()), Progress.COMING));
        } else {
            var ended = file.closed() == null ? file.resolved() : file.closed();
            line.add(new Step(state(words, file).text(), ended == null ? "" : words.sentence(words.dayTime(ended)), Progress.NOW));
        }
        return line;
    }

    /** A date that has passed is promised no more. */
    private static String by(Words words, @Nullable Instant promised) {
        return promised == null || promised.isBefore(words.now()) ? "" : words.say("cases.line.by", words.day(promised));
    }

    /** Where it is: a service whose word for new is that it is received has said so already, in the step before. */
    private String now(Words words, RequesterCase file) {
        var own = file.state() == CaseState.NEW ? definition(file).texts(words.language().code()).states().get(CaseState.NEW.code()) : state(words, file).text();
        return own == null || own.equalsIgnoreCase(words.say("cases.line.received")) ? words.say("cases.line.untaken") : own;
    }

    /** The case as a line in a list. */
    public CaseSummary summary(Words words, RequesterCase file) {
        var next = next(words, file);
        var why = next.promise() == null || !file.state().open() ? null : why(words, file);
        return new CaseSummary(file.number(), file.title(), state(words, file), next, why == null ? null : why.answer());
    }

    private ServiceDefinition definition(RequesterCase file) {
        return services.definition(file.service(), file.version());
    }
}
