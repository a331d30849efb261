package no.torg.cases.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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

    /** The rows of a record; {@code earlier} is the record before it, null for the first. */
    List<HistoryRow> rows(Words words, CaseSheet sheet, Told told, @Nullable Told earlier, String who) {
        var is = labels(sheet, told);
        var was = earlier == null ? Map.<String, String>of() : labels(sheet, earlier);
        var what = words.say("cases.told.imported");
        var rows = new ArrayList<HistoryRow>();
        for (var noun : NOUNS) {
            if (!Objects.equals(is.get(noun), was.get(noun))) {
                rows.add(new HistoryRow(told.at(), who, what, words.say("cases.noun." + noun), was.get(noun), is.get(noun), true));
            }
        }
        return rows.isEmpty() ? List.of(new HistoryRow(told.at(), who, what, null, null, null, true)) : rows;
    }

    /** The state that a record left the case in. */
    @Nullable String state(Told told) {
        return text(json.readTree(told.data().data()), "stateLabel");
    }

    private Map<String, String> labels(CaseSheet sheet, Told told) {
        var data = json.readTree(told.data().data());
        var labels = new HashMap<String, String>();
        labels.put("state", text(data, "stateLabel"));
        labels.put("priority", text(data, "priorityLabel"));
        var team = text(data, "team");
        labels.put("team", sheet.teams().stream().filter(one -> one.id().toString().equals(team)).findFirst().map(one -> one.name()).orElse(null));
        return labels;
    }

    private static @Nullable String text(JsonNode data, String name) {
        var node = data.get(name);
        return node == null || node.isNull() || node.asString().isEmpty() ? null : node.asString();
    }
}
