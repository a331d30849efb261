package no.torg.cases.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.work.views.HistoryRow;
import no.torg.events.EventReads.Before;
import no.torg.events.EventReads.Told;
import no.torg.people.Actor;
import no.torg.web.Invalid;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case's history: which events a reader is told, and each in words. */
@Component
class CaseHistory {

    /** What a requester is told only where the service shows it. */
    private static final Map<String, String> SHOWN_BY = Map.of("cases.assigned", "handler", "cases.moved", "team", "cases.prioritised", "priority");
    private static final Set<String> NAMES_ITS_NOUN = Set.of("cases.state-changed", "cases.prioritised");
    private static final Set<String> SAYS_ITSELF = Set.of("cases.opened", "cases.first-replied", "conversations.message-posted");

    private final CaseViews views;
    private final ImportedChanges imported;

    CaseHistory(CaseViews views, ImportedChanges imported) {
        this.views = views;
        this.imported = imported;
    }

    /** The events that the reader may know of, the newest first, at most {@link CaseSheets#CHANGES}; those of staff without a name where the service hides it. */
    List<Told> told(Actor actor, CaseSheet sheet) {
        var events = sheet.told().stream().limit(CaseSheets.CHANGES);
        if (!sheet.file().own()) {
            return events.toList();
        }
        var named = views.shown(sheet.file(), "handler");
        return events.filter(told -> !SHOWN_BY.containsKey(told.type()) || views.shown(sheet.file(), SHOWN_BY.get(told.type())))
                .map(told -> named || actor.is(told.actorId()) || sheet.file().requester().id().equals(told.actorId()) ? told : unnamed(told)).toList();
    }

    /** What asks for the changes before those of the sheet; null when there are none. */
    static @Nullable String next(CaseSheet sheet) {
        if (sheet.told().size() <= CaseSheets.CHANGES) {
            return null;
        }
        var last = sheet.told().get(CaseSheets.CHANGES - 1);
        return last.at() + "," + last.id();
    }

    /** The place that was asked for. */
    static @Nullable Before before(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var parts = text.split(",", 2);
            return new Before(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException malformed) {
            throw new Invalid("before", "web.invalid.type");
        }
    }

    /** The changes in words; events of one moment and person that say the same thing twice are one row. */
    List<HistoryRow> rows(Actor actor, Words words, CaseSheet sheet) {
        var rows = new ArrayList<HistoryRow>();
        var records = imported.of(sheet);
        for (var told : told(actor, sheet)) {
            if (told.type().equals(ImportedChanges.TYPE)) {
                rows.addAll(records.rows(words, told, who(words, told)));
                continue;
            }
            var changed = SAYS_ITSELF.contains(told.type()) ? null : told.noun();
            var noun = changed == null || NAMES_ITS_NOUN.contains(told.type()) ? null : words.say("cases.noun." + changed);
            rows.add(new HistoryRow(told.at(), who(words, told), what(words, sheet, told), noun, value(words, sheet, changed, told.from(), told.fromName()),
                    value(words, sheet, changed, told.to(), told.toName()), told.internal()));
        }
        return rows;
    }

    /** Whether the event is told between messages: what says itself there, such as a message, is not. */
    static boolean happens(Told told) {
        return !SAYS_ITSELF.contains(told.type());
    }

    /** Who did what, and what it became, on one line. */
    String sentence(Words words, CaseSheet sheet, Told told) {
        var to = told.type().equals(ImportedChanges.TYPE) ? imported.state(told) : value(words, sheet, told.noun(), told.to(), told.toName());
        var said = to == null || told.type().equals("cases.assigned") && String.valueOf(told.actorId()).equals(told.to());
        return who(words, told) + " " + what(words, sheet, told) + (said ? "" : ": " + to);
    }

    /** What happened, as a sentence. */
    String what(Words words, CaseSheet sheet, Told told) {
        return words.say(switch (told.type()) {
            case "cases.opened" -> "cases.told.opened";
            case "cases.assigned" -> told.to() == null ? "cases.told.assigned-nobody"
                    : told.to().equals(String.valueOf(told.actorId())) ? "cases.told.assigned-self" : "cases.told.assigned";
            case "cases.moved" -> "cases.told.moved";
            case "cases.prioritised" -> "cases.told.prioritised";
            case "cases.waiting-began" -> "cases.told.waiting-began";
            case "cases.waiting-ended" -> "cases.told.waiting-ended";
            case "cases.first-replied" -> "cases.told.first-replied";
            case "cases.resolved" -> "cases.told.resolved";
            case "cases.closed" -> "cases.told.closed";
            case "cases.reopened" -> "cases.told.reopened";
            case ImportedChanges.TYPE -> "cases.told.imported";
            case "conversations.message-posted" -> told.internal() ? "cases.told.message-posted-note" : "cases.told.message-posted";
            default -> "cases.told.state-changed";
        });
    }

    String who(Words words, Told told) {
        return told.actor() == null ? words.say("cases.told.by-system") : told.actor();
    }

    private @Nullable String value(Words words, CaseSheet sheet, @Nullable String noun, @Nullable String code, @Nullable String name) {
        if (code == null || noun == null) {
            return null;
        }
        return switch (noun) {
            case "state" -> views.stateText(words, sheet.file(), code);
            case "priority" -> words.say("web.priority." + code);
            default -> name == null ? words.say("cases.told.unknown") : name;
        };
    }

    private static Told unnamed(Told told) {
        return new Told(told.id(), told.at(), told.type(), told.internal(), null, null, told.noun(), told.from(), told.to(), told.fromName(), told.toName(), told.data());
    }
}
