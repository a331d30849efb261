package no.torg.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API as each ticket's own requester whether its case gives back what was sent, and whether a search finds it, once. */
final class Returned {

    private static final int CLIENTS = 8;
    /** More than any requester has of these. */
    private static final int MOST = 50;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Wire.Answer DONE = new Wire.Answer(200, new byte[0]);

    private final int port;
    private final List<String> tickets;
    private final Map<Integer, String> acknowledged;

    private interface Wrong {
        boolean is(Wire wire, int ticket, String number) throws IOException;
    }

    /** Of {@code tickets}, by their places, those that are cases by these numbers. */
    Returned(int port, List<String> tickets, Map<Integer, String> acknowledged) {
        this.port = port;
        this.tickets = tickets;
        this.acknowledged = Map.copyOf(acknowledged);
    }

    /** How many give back another text than was sent, as the first message or as the answer. */
    long changed() throws InterruptedException {
        return count((wire, ticket, number) -> {
            var sent = tickets.get(ticket);
            var messages = JSON.readTree(get(wire, ticket, "/api/cases/" + number + "/messages")).get("messages");
            var answers = JSON.readTree(get(wire, ticket, "/api/cases/" + number)).get("answers");
            return messages.isEmpty() || !same(sent, messages.get(0).get("text")) || !same(sent, answers.get("description"));
        });
    }

    /** How many are not found exactly once by their number. */
    long notFoundByNumber() throws InterruptedException {
        return count((wire, ticket, number) -> hits(wire, ticket, number, number) != 1);
    }

    /** How many are not found exactly once by the longest word of their text. */
    long notFoundByWord() throws InterruptedException {
        return count((wire, ticket, number) -> hits(wire, ticket, number, longest(tickets.get(ticket))) != 1);
    }

    private static boolean same(String sent, JsonNode given) {
        return given != null && sent.equals(given.asString());
    }

    private static long hits(Wire wire, int ticket, String number, String words) throws IOException {
        var cases = JSON.readTree(get(wire, ticket, "/api/search?limit=" + MOST + "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))).get("cases");
        return cases.valueStream().filter(hit -> number.equals(hit.path("number").asString(""))).count();
    }

    private static String longest(String text) {
        return Stream.of(text.split("\\W+")).max(Comparator.comparingInt(String::length)).orElseThrow();
    }

    private static byte[] get(Wire wire, int ticket, String path) throws IOException {
        var answer = wire.get(path, "Authorization: Bearer " + Fill.token("requester", ticket % Fill.REQUESTERS) + "\r\n");
        if (answer.status() != 200) {
            throw new IOException(path + " was answered by " + answer.status());
        }
        return answer.body();
    }

    /** Asks for all with eight clients; an answer that does not come is wrong too. */
    private long count(Wrong wrong) throws InterruptedException {
        var all = List.copyOf(acknowledged.entrySet());
        var found = new LongAdder();
        var unanswered = Load.times(port, CLIENTS, all.size(), (wire, client, turn) -> {
            var one = all.get((int) turn);
            if (wrong.is(wire, one.getKey(), one.getValue())) {
                if (found.sum() == 0) {
                    System.out.println("The first: ticket " + one.getKey() + ", case " + one.getValue());
                }
                found.increment();
            }
            return DONE;
        }).wrong();
        return found.sum() + unanswered;
    }
}
