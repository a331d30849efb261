package no.torg.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What the clients ask for, each time something at random: a case of one's teams, words to search for, a new case. */
final class Asks {

    /** The kinds of search. */
    static final List<String> SEARCHES = List.of("rare", "common", "two words", "prefix", "misspelt");

    /** Cases with so many messages, each with the number in the name of a worker of its team, at random but the same each time. */
    private static final String CASES = """
            select c.number, c.team_id, w.worker from (select number, team_id from cases.case_file tablesample system (%s) repeatable (7)
                where tenant_id = 1 and last_message_seq >= ?) c
            join lateral (select replace(p.name, 'Bench worker ', '')::int - 1 as worker from people.role r join people.person p on p.tenant_id = 1 and p.id = r.person_id
                where r.tenant_id = 1 and r.scope_id = c.team_id and r.role = 'case-worker' and p.name like 'Bench worker %%' order by md5(c.number || p.name) limit 1) w on true
            limit 5000""";

    private final Server server;
    private final Vocabulary vocabulary = new Vocabulary(new Random(7));
    private final List<Readable> cases = new ArrayList<>();

    /** A case that a worker sees. */
    record Readable(String number, UUID team, int worker) {
    }

    Asks(Server server) {
        this.server = server;
    }

    /** Learns which cases there are, of so many messages or more. */
    void learn(int messages) throws SQLException, IOException {
        try (var owner = server.connect("postgres")) {
            double all;
            try (var row = owner.createStatement().executeQuery("select count(*) from cases.case_file where tenant_id = 1")) {
                row.next();
                all = row.getLong(1);
            }
            try (var ask = owner.prepareStatement(CASES.formatted(Math.min(100, 100 * 200_000 / all)))) {
                ask.setInt(1, messages);
                try (var rows = ask.executeQuery()) {
                    while (rows.next()) {
                        cases.add(new Readable(rows.getString(1), rows.getObject(2, UUID.class), rows.getInt(3)));
                    }
                }
            }
        }
        if (cases.size() < 50) {
            throw new IllegalStateException("Only " + cases.size() + " cases to read");
        }
    }

    Readable any() {
        return cases.get(any(cases.size()));
    }

    String text(int words) {
        return vocabulary.text(words);
    }

    /** Asks for a fresh case until the search knows it: then it has read the whole log. */
    void waitForSearch() throws IOException, InterruptedException {
        var word = "zq" + UUID.randomUUID().toString().replace("-", "");
        try (var wire = new Wire(server.port())) {
            wire.post("/api/services/it-service-desk/requests", bearer("requester", 0), ("{\"answers\": {\"description\": \"" + word + "\"}}").getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 6_000; i++) {
                if (wire.get("/api/search?q=" + word, bearer("requester", 0)).text().contains("\"number\":\"20")) {
                    return;
                }
                Thread.sleep(i < 200 ? 25 : 200);
            }
        }
        throw new IOException("The search does not catch up");
    }

    Wire.Answer casePage(Wire wire) throws IOException {
        var any = any();
        return wire.get("/work/cases/" + any.number(), cookie("worker", any.worker()));
    }

    Wire.Answer create(Wire wire) throws IOException {
        return wire.post("/api/services/it-service-desk/requests", bearer("requester", any(Fill.REQUESTERS)),
                ("{\"answers\": {\"description\": \"" + vocabulary.text(43) + "\"}}").getBytes(StandardCharsets.UTF_8));
    }

    Wire.Answer search(Wire wire, String kind) throws IOException {
        return wire.get("/search?q=" + encoded(words(kind)), cookie("worker"));
    }

    /** The same in one team of a worker's. */
    Wire.Answer searchInTeam(Wire wire, String kind) throws IOException {
        var any = any();
        return wire.get("/work/teams/" + any.team() + "?state=all&text=" + encoded(words(kind)), cookie("worker", any.worker()));
    }

    Wire.Answer foundByApi(Wire wire) throws IOException {
        return wire.get("/api/search?q=" + encoded(vocabulary.word(any(5_000))), bearer("worker", any(Fill.WORKERS)));
    }

    private String words(String kind) {
        return switch (kind) {
            case "rare" -> vocabulary.word(50_000 + any(150_000));
            case "common" -> vocabulary.word(any(20));
            case "two words" -> vocabulary.word(any(200)) + " " + vocabulary.word(any(2_000));
            case "prefix" -> vocabulary.word(900 + any(26_000)).substring(0, 6);
            default -> Vocabulary.misspelt(vocabulary.word(900 + any(26_000)), ThreadLocalRandom.current());
        };
    }

    static String cookie(String kind) {
        return cookie(kind, any(switch (kind) {
            case "worker" -> Fill.WORKERS;
            case "owner" -> Fill.OWNERS;
            default -> Fill.REQUESTERS;
        }));
    }

    static String cookie(String kind, int nth) {
        return "Cookie: torg-session=" + Fill.token(kind, nth) + "\r\n";
    }

    private static String bearer(String kind, int nth) {
        return "Authorization: Bearer " + Fill.token(kind, nth) + "\r\n";
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    static int any(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }
}
