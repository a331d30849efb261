package no.torg.house;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import com.github.benmanes.caffeine.cache.Cache;
import no.torg.Client;
import no.torg.Statements;
import no.torg.World;
import no.torg.metrics.Metrics;
import no.torg.metrics.Occurrence;
import no.torg.people.KnownNames;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at pages by those for whom nothing is kept, and what the database is asked for them. */
record Looks(ApplicationContext context, World world, Statements statements) {

    /** Besides the tenant's setting and {@code last_seen}: who is asking, and at most two more. */
    static final int AT_MOST = 3;

    /** What is remembered for all may run out just as it is looked at, hardly three times on end. */
    private static final int TRIES = 3;

    private static final Pattern TABLE = Pattern.compile("(?i)from (\"?[a-z]+\"?\\.\"?[a-z_]+\"?) (?!a\\b|r\\b|t\\b)");
    private static final UUID NOTHING = new UUID(0, 0);

    /** Counts a look by somebody for whom nothing is kept, where another has looked before. */
    void count(Client client, Client another, String address, String what, TreeSet<String> wrong) {
        var asked = lookAnew(client, address);
        for (int i = 1; i < TRIES && asked.size() > AT_MOST; i++) {
            another.get(address);
            asked = lookAnew(client, address);
        }
        if (asked.size() > AT_MOST) {
            wrong.add("%s asks %d, of %s".formatted(what, asked.size(), asked.stream().map(Looks::table).toList()));
        }
        asked.stream().filter(sql -> !sql.strip().matches("(?is)(select|with)\\b.*")).forEach(sql -> wrong.add(what + " writes: " + sql));
    }

    /** A look after more was counted, so that no figure that is kept may be shown, and while nobody's name is known. */
    private List<String> lookAnew(Client client, String address) {
        world.at("", () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).execute(status -> {
            context.getBean(Metrics.class).record(List.of(new Occurrence(UUID.randomUUID(), "test.changed", NOTHING, NOTHING, NOTHING, world.today(), 0, null, null, "", List.of())));
            return status;
        }));
        ((Cache<?, ?>) ReflectionTestUtils.getField(context.getBean(KnownNames.class), "known")).invalidateAll();
        return asked(client, address);
    }

    List<String> asked(Client client, String address) {
        return statements.of(client, address).stream().filter(sql -> !sql.matches("(?is)update \"?people\"?\\.\"?(session|api_token)\"?.*")).toList();
    }

    /** The table that a statement begins with. */
    private static String table(String sql) {
        var found = TABLE.matcher(sql);
        return found.find() ? found.group(1).replace("\"", "") : sql;
    }
}
