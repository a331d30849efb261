package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.events.Position;
import no.torg.events.Yielding;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** An index that has nothing is built from all there is: by pages, by several threads that give way, and again where that failed. */
@TorgTest
class SearchAnewTest {

    @TempDir
    private Path data;
    @Autowired
    private World world;
    @Autowired
    private Tenants tenants;

    private final Notes notes = new Notes();
    private SearchSettings settings;
    private Search search;
    private SearchFollower follower;

    @Test
    void what_has_nothing_reads_every_subject_once_and_goes_on_from_the_end() {
        UUID one = note("gjestekonto");
        UUID two = note("gjestekonto");

        assertThat(follower.begin(position(1, 7), () -> false)).isFalse();
        assertThat(follower.position()).isEmpty();
        assertThat(follower.begin(position(1, 7), () -> true)).isTrue();

        assertThat(find(world.fjordvik().tenant(), "gjestekonto")).containsExactlyInAnyOrder(one, two);
        assertThat(follower.position()).contains(position(1, 7));
        assertThat(notes.asked).hasSize(tenants.all().size());
    }

    @Test
    void many_are_read_by_pages_each_once_and_what_failed_on_the_way_is_begun_again() {
        var all = IntStream.range(0, 350).mapToObj(n -> note("gjestekonto %dx".formatted(100_000 + n))).toList();
        notes.unreadable = all.stream().max(Comparator.comparing(UUID::toString)).orElseThrow();
        assertThatThrownBy(() -> follower.begin(position(1, 7), () -> true)).hasMessageContaining("gone");
        assertThat(follower.position()).isEmpty();
        notes.unreadable = null;
        notes.asked.clear();

        assertThat(follower.begin(position(1, 7), () -> true)).isTrue();

        assertThat(notes.asked.stream().mapToInt(Set::size).sum()).isEqualTo(350 * tenants.all().size());
        assertThat(IntStream.range(0, 350).mapToObj(n -> find(world.fjordvik().tenant(), "%dx".formatted(100_000 + n)).getFirst()).toList()).isEqualTo(all);
    }

    @Test
    void what_is_built_anew_gives_way_and_nothing_else_does() throws Exception {
        var niceness = new CompletableFuture<String>();
        Thread.ofPlatform().start(() -> {
            Yielding.begin();
            niceness.complete(niceness());
        });
        assertThat(niceness.get()).isEqualTo("15");
        assertThat(niceness()).isNotEqualTo("15");
    }

    /** The nineteenth of what the system tells of the calling thread, whose name may have spaces and ends with a bracket. */
    private static String niceness() {
        try {
            var told = Files.readString(Path.of("/proc/thread-self/stat"));
            return told.substring(told.lastIndexOf(')') + 2).split(" ")[16];
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @BeforeEach
    void open() {
        settings = new SearchSettings(data.resolve("search"));
        search = new Search(settings);
        follower = new SearchFollower(search, settings, List.of(notes), tenants);
    }

    @AfterEach
    void close() throws IOException {
        search.close();
    }

    private UUID note(String text) {
        var id = UUID.randomUUID();
        notes.texts.put(id, text);
        return id;
    }

    private static Position position(int epoch, long xid) {
        return new Position(epoch, xid, new UUID(0, xid));
    }

    private List<UUID> find(Tenant tenant, String words) {
        return search.find(new SearchQuery(tenant.id(), words, Set.of("everyone"), Set.of(), null, false, SearchQuery.Sort.RELEVANCE, null, 20)).hits().stream()
            .map(Hit::subject).toList();
    }
}
