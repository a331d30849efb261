package no.torg.cases.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import no.torg.cases.CaseState;
import no.torg.cases.imports.ImportedEvent.Counter;
import no.torg.cases.imports.ImportedEvent.Hands;
import no.torg.cases.imports.ImportedEvent.Sorting;
import no.torg.cases.imports.ImportedEvent.Standing;
import no.torg.cases.imports.ImportedEvent.Times;
import no.torg.cases.imports.ImportedEvent.Worked;
import no.torg.events.Event;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An imported event as the log's data and back: how the case stood, never what changed, so that a record found later can come between. */
final class EventFacts {

    private EventFacts() {
    }

    static Map<String, @Nullable Object> of(ImportedEvent event, UUID service, @Nullable Worked worked) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("v", 1);
        data.put("service", service);
        data.put("team", event.hands().team());
        data.put("handler", event.hands().handler());
        data.put("requester", event.hands().requester());
        data.put("state", event.standing().state().code());
        data.put("stateLabel", event.standing().label());
        data.put("subState", event.standing().subState());
        data.put("waitFor", event.standing().waitFor());
        data.put("priority", event.sorting().priority());
        data.put("priorityLabel", event.sorting().priorityLabel());
        data.put("channel", event.sorting().channel());
        data.put("channelLabel", event.sorting().channelLabel());
        data.put("impact", event.sorting().impact());
        data.put("urgency", event.sorting().urgency());
        data.put("openedAt", event.times().opened());
        data.put("resolvedAt", event.times().resolved());
        data.put("closedAt", event.times().closed());
        data.put("ends", event.times().ends());
        data.put("order", event.order());
        data.put("counters", event.counters().stream().map(counter -> List.of(counter.name(), counter.mean(), counter.value())).toList());
        data.putAll(sometimes(event, worked));
        return data;
    }

    /** What most records do not have to say. */
    private static Map<String, Object> sometimes(ImportedEvent event, @Nullable Worked worked) {
        var data = new LinkedHashMap<String, Object>();
        if (!event.unsaid().isEmpty()) {
            data.put("unsaid", event.unsaid().stream().sorted().toList());
        }
        if (event.digest() != null) {
            data.put("digest", event.digest());
        }
        if (worked != null) {
            data.put("worked", List.of(worked.since(), worked.minutes()));
        }
        if (event.outlived()) {
            data.put("outlived", true);
        }
        return data;
    }

    static ImportedEvent read(Event event) {
        var order = new ArrayList<Object>();
        event.data().get("order").forEach(one -> order.add(one.isNumber() ? (Object) one.asLong() : one.asString()));
        var counters = new ArrayList<Counter>();
        event.data().get("counters").forEach(one -> counters.add(new Counter(one.get(0).asString(), one.get(1).asString(), one.get(2).asInt())));
        var times = new Times(event.at(), given(event, "openedAt"), time(event, "resolvedAt"), time(event, "closedAt"), event.flag("ends") == Boolean.TRUE, worked(event.data().get("worked")));
        var standing = new Standing(CaseState.of(text(event.data(), "state")), text(event.data(), "stateLabel"), event.text("subState"), event.text("waitFor"));
        var sorting = new Sorting((int) event.number("priority", 3), text(event.data(), "priorityLabel"), text(event.data(), "channel"),
                text(event.data(), "channelLabel"), text(event.data(), "impact"), text(event.data(), "urgency"));
        var hands = new Hands(UUID.fromString(text(event.data(), "team")), event.uuid("handler"), UUID.fromString(text(event.data(), "requester")), event.actor());
        return new ImportedEvent(event.id(), order, times, standing, sorting, hands, counters, unsaid(event.data()), event.text("digest"), event.flag("outlived") == Boolean.TRUE);
    }

    /** The service that an imported event's case is of. */
    static UUID service(Event event) {
        return UUID.fromString(text(event.data(), "service"));
    }

    private static @Nullable Worked worked(@Nullable JsonNode kept) {
        return kept == null ? null : new Worked(Instant.parse(kept.get(0).asString()), kept.get(1).asInt());
    }

    private static Set<String> unsaid(JsonNode data) {
        var given = data.get("unsaid");
        if (given == null) {
            return Set.of();
        }
        var unsaid = new HashSet<String>();
        given.forEach(one -> unsaid.add(one.asString()));
        return unsaid;
    }

    private static String text(JsonNode data, String name) {
        return data.get(name).asString();
    }

    private static Instant given(Event event, String name) {
        return Instant.parse(text(event.data(), name));
    }

    private static @Nullable Instant time(Event event, String name) {
        var text = event.text(name);
        return text == null ? null : Instant.parse(text);
    }
}
