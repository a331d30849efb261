package no.torg.cases.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import no.torg.cases.work.views.HistoryRow;
import no.torg.events.EventReads.Told;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an imported record changed, in the source's words: found by looking at the record before it, for records say how a case stood and not what was
 * done. One that changed nothing that is followed is told as a change in the source.
 */
@Component
class ImportedChanges {

    static final String TYPE = "cases.imported";
    private static final List<String> NOUNS = List.of("state", "team", "priority");

    private final JsonMapper json;

    ImportedChanges(JsonMapper json) {
        this.json = json;
    }

    /** The imported records among what a sheet tells, each read once; a sheet has one more than is shown. */
    Records of(CaseSheet sheet) {
        return new Records(sheet.told().stream().filter(told -> told.type().equals(TYPE)).map(told -> new Labelled(told, labels(sheet, told))).toList());
    }

    private record Labelled(Told told, Map<String, Optional<String>> labels) {
    }

    /** The imported records of a case, the newest first. */
    final class Records {

        private final List<Labelled> records;

        private Records(List<Labelled> records) {
            this.records = records;
        }

        /** The rows of one of them. */
        List<HistoryRow> rows(Words words, Told told, String who) {
            var from = records.stream().dropWhile(one -> !one.told().id().equals(told.id())).toList();
            var is = from.getFirst().labels();
            var what = words.say("cases.told.imported");
            var rows = new ArrayList<HistoryRow>();
            for (var noun : NOUNS) {
                var was = from.stream().skip(1).map(Labelled::labels).filter(one -> one.containsKey(noun)).map(one -> one.get(noun)).findFirst().orElse(Optional.empty());
                if (is.containsKey(noun) && !is.get(noun).equals(was)) {
                    rows.add(new HistoryRow(told.at(), who, what, words.say("cases.noun." + noun), was.orElse(null), is.get(noun).orElse(null), true));
                }
            }
            return rows.isEmpty() ? List.of(new HistoryRow(told.at(), who, what + done(told), null, null, null, true)) : rows;
        }
    }

    /** The state that a record left the case in. */
    @Nullable String state(Told told) {
        return text(json.readTree(told.data().data()), "stateLabel");
    }

    /** The source's words of what the record says; what it leaves as it was is not among them. */
    private Map<String, Optional<String>> labels(CaseSheet sheet, Told told) {
        var data = json.readTree(told.data().data());
        var team = text(data, "team");
        var labels = new HashMap<String, Optional<String>>();
        say(labels, data, "state", text(data, "stateLabel"));
        say(labels, data, "priority", text(data, "priorityLabel"));
        say(labels, data, "team", sheet.teams().stream().filter(one -> one.id().toString().equals(team)).findFirst().map(one -> one.name()).orElse(null));
        return labels;
    }

    private static void say(Map<String, Optional<String>> labels, JsonNode data, String noun, @Nullable String label) {
        if (!leaves(data, noun)) {
            labels.put(noun, Optional.ofNullable(label));
        }
    }

    /** The source's word for what was done, where that leaves the state as it was, after a colon; nothing where there is none. */
    private String done(Told told) {
        var data = json.readTree(told.data().data());
        var word = leaves(data, "state") ? text(data, "stateLabel") : null;
        return word == null ? "" : ": " + word;
    }

    private static boolean leaves(JsonNode data, String noun) {
        return data.has("unsaid") && data.get("unsaid").valueStream().anyMatch(one -> one.asString().equals(noun));
    }

    private static @Nullable String text(JsonNode data, String name) {
        var node = data.get(name);
        return node == null || node.isNull() || node.asString().isEmpty() ? null : node.asString();
    }
}
