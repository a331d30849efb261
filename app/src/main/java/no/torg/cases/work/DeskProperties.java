package no.torg.cases.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import no.torg.calendars.Calendars;
import no.torg.cases.CaseState;
import no.torg.cases.Closures;
import no.torg.cases.views.Why;
import no.torg.cases.work.CaseSheet.Wait;
import no.torg.cases.work.views.Properties;
import no.torg.cases.work.views.Properties.Clock;
import no.torg.cases.work.views.Properties.OtherCase;
import no.torg.cases.work.views.Properties.Requester;
import no.torg.people.Actor;
import no.torg.web.Words;
import no.torg.web.views.Attachment;
import no.torg.web.views.Choice;
import no.torg.web.views.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands beside a case's dialogue: who has it, how it hastes, what it waits for, the clock with its reason, and who asks. */
@Component
class DeskProperties {

    private static final List<String> IMPACTS = List.of("individual", "group", "unit", "organisation");
    private static final List<String> URGENCIES = List.of("low", "normal", "high", "critical");

    private final Calendars calendars;

    DeskProperties(Calendars calendars) {
        this.calendars = calendars;
    }

    Properties of(Actor actor, Words words, CaseSheet sheet) {
        var file = sheet.file();
        var open = file.state().open();
        var mine = file.handler() != null && actor.is(file.handler().id());
        var takes = sheet.workers().stream().anyMatch(worker -> actor.is(worker.id()));
        var waits = sheet.waits().stream().filter(wait -> wait.ended() == null).findFirst().orElse(null);
        return new Properties(true, open && !mine && takes, file.state() == CaseState.NEW, open, !open, file.state().code(), handler(words, sheet), team(words, sheet),
                coded("impact", words.say("cases.impact.label"), IMPACTS, code -> words.say("cases.impact." + code), file.impact()),
                coded("urgency", words.say("cases.urgency.label"), URGENCIES, code -> words.say("cases.urgency." + code), file.urgency()), file.priority(), sheet.priorityReason(),
                file.state() == CaseState.CLOSED ? null : closing(words), waits == null || file.state() != CaseState.WAITING ? null : waiting(words, waits),
                open ? clock(words, sheet) : null, requester(words, sheet), files(sheet));
    }

    private static Choice handler(Words words, CaseSheet sheet) {
        var file = sheet.file();
        var now = file.handler() == null ? "" : file.handler().id().toString();
        var options = new ArrayList<Option>();
        options.add(new Option("", words.say("cases.work.nobody"), now.isEmpty()));
        sheet.workers().forEach(worker -> options.add(new Option(worker.id().toString(), worker.name(), worker.id().toString().equals(now))));
        if (file.handler() != null && options.stream().noneMatch(Option::chosen)) {
            options.add(new Option(now, file.handler().name(), true));
        }
        return new Choice("handler", words.say("cases.work.handler"), options);
    }

    private static Choice team(Words words, CaseSheet sheet) {
        UUID now = sheet.file().team().id();
        return new Choice("team", words.say("cases.noun.team"), sheet.teams().stream()
                .map(team -> new Option(team.id().toString(), team.name(), team.id().equals(now))).toList());
    }

    private static Choice coded(String name, String label, List<String> codes, UnaryOperator<String> said, String now) {
        return new Choice(name, label, codes.stream().map(code -> new Option(code, said.apply(code), code.equals(now))).toList());
    }

    private static Choice closing(Words words) {
        return new Choice("reason", words.say("cases.props.close-reason"), Stream.of("done", "withdrawn", "duplicate", "not-for-us").filter(Closures.REASONS::contains)
                .map(reason -> new Option(reason, words.say("cases.closing." + reason), reason.equals("done"))).toList());
    }

    private static Properties.Wait waiting(Words words, Wait wait) {
        var text = wait.until() == null ? words.say("cases.work.waits." + wait.waitFor()) : words.say("cases.work.waits-until", words.say("cases.work.waits." + wait.waitFor()), words.day(wait.until()));
        return new Properties.Wait(wait.reason() == null ? text : text + ": " + wait.reason(), wait.since());
    }

    private @Nullable Clock clock(Words words, CaseSheet sheet) {
        var due = CaseViews.orNull(sheet.clocks().due());
        if (due == null) {
            return null;
        }
        var file = sheet.file();
        var calendar = calendars.of(file.team().id());
        var all = calendar.between(file.opened(), due);
        var now = file.state() == CaseState.WAITING && !sheet.waits().isEmpty() ? sheet.waits().getLast().since() : words.now();
        var used = calendar.between(file.opened(), now);
        var share = all.isZero() ? 100 : (int) Math.clamp(used.toMinutes() * 100 / Math.max(1, all.toMinutes()), 0, 100);
        var promised = CaseViews.orNull(file.promised());
        return new Clock(words.say(sheet.clocks().firstReply() == null ? "cases.clock.first-reply" : "cases.clock.resolution"), WorkPages.due(words, file), share,
                words.say("cases.clock.used", words.workingTime(positive(used)), words.workingTime(positive(all))),
                promised == null ? null : words.say("cases.clock.promised", file.requester().name().split(" ")[0], words.day(promised)), why(words, sheet, due));
    }

    private static Why why(Words words, CaseSheet sheet, Instant due) {
        var said = new ArrayList<String>();
        said.add(words.say(sheet.clocks().firstReply() == null ? "cases.clock.why-first-reply" : "cases.clock.why-resolution", words.dayTime(sheet.file().opened())));
        for (var wait : sheet.waits()) {
            said.add(wait.ended() == null ? words.say("cases.why.stands", words.dayTime(wait.since()))
                    : words.say("cases.why.waited", words.dayTime(wait.since()), words.dayTime(wait.ended())));
        }
        said.add(words.say("cases.clock.due", words.dayTime(due)));
        return new Why(words.say("cases.clock.why"), String.join(" ", said));
    }

    private static Duration positive(Duration span) {
        return span.isNegative() ? Duration.ZERO : span;
    }

    private static Requester requester(Words words, CaseSheet sheet) {
        var name = sheet.file().requester().name();
        var note = sheet.asker().belongings().stream().map(known -> known.audience() + ", " + known.unit()).collect(Collectors.joining(" · "));
        return new Requester(name, Initials.of(name), note, sheet.asker().mail(), sheet.asker().phone(),
                sheet.asker().others().stream().map(other -> new OtherCase(other.number(), other.title(), other.open())).toList());
    }

    private static List<Attachment> files(CaseSheet sheet) {
        return sheet.files().stream().map(file -> new Attachment(file.name(), "/files/" + file.id(), file.mediaType(), file.size())).toList();
    }
}
