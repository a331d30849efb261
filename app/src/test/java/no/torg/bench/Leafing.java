package no.torg.bench;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/** One client that leafs through the work lists: a random worker, list, filter and sort, twenty pages deep where there are so many, then another. */
final class Leafing {

    private static final int DEPTH = 20;
    private static final String[] LISTS = {"/work", "/work/teams", "/work/teams", "/work/unassigned", "/work/overdue"};
    static final String[] SORTS = {"updated", "due", "priority", "number"};
    private static final String[] FILTERS = {"", "", "", "&state=all", "&state=waiting", "&priority=4", "&handler=none", "&service=it-service-desk"};

    private final @Nullable String sort;
    private String headers = "";
    private String next = "";
    private int depth = DEPTH;

    /** In one order, or null for any. */
    Leafing(@Nullable String sort) {
        this.sort = sort;
    }

    /** The next page. */
    Wire.Answer page(Wire wire) throws IOException {
        if (depth >= DEPTH || next.isEmpty()) {
            var random = ThreadLocalRandom.current();
            headers = "Cookie: torg-session=" + Fill.token("worker", random.nextInt(Fill.WORKERS)) + "\r\n";
            next = LISTS[random.nextInt(LISTS.length)] + "?sort=" + (sort != null ? sort : SORTS[random.nextInt(SORTS.length)]) + FILTERS[random.nextInt(FILTERS.length)];
            depth = 0;
        }
        var answer = wire.get(next, headers);
        next = answer.quotedBefore("\" rel=\"next\"").replace("&amp;", "&");
        depth++;
        return answer;
    }
}
