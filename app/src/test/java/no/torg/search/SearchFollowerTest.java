package no.torg.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.torg.TorgTest;
import no.torg.World;
import no.torg.events.Event;
import no.torg.events.Position;
import no.torg.tenancy.Tenant;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Verb.Arguments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

/** The follower asks the sources about what events touched, tenant by tenant, and the index remembers how far that was. */
@TorgTest
class SearchFollowerTest {

    @TempDir
    Path data;

    @Autowired
    private World world;
    @Autowired
    private Tenants tenants;

    private final Notes notes = new Notes();
    private SearchSettings settings;
    private Search search;
    private SearchFollower follower;

    private void follow(List<Event> events, Position reached) {
        follower.follow(events, reached);
        follower.caughtUp();
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

    private Event event(Tenant tenant, String kind, UUID subject) {
        return new Event(tenant.id(), UUID.randomUUID(), kind, subject, "notes.written", false, null, null, Instant.EPOCH, "live",
            JsonNodeFactory.instance.objectNode());
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

    @Test
    void what_events_touched_is_found_in_its_own_tenant() {
        var fjordvik = world.fjordvik().tenant();
        var solheim = world.solheim().tenant();
        UUID one = note("gjestekonto");
        UUID other = note("byggesak");
        UUID unknown = note("gjestekonto");

        follow(List.of(event(fjordvik, "note", one), event(solheim, "note", other), event(fjordvik, "note", one), event(fjordvik, "case",
            unknown)), position(1, 5));

        assertThat(find(fjordvik, "gjestekonto")).containsExactly(one);
        assertThat(find(solheim, "byggesak solheim")).containsExactly(other);
        assertThat(find(solheim, "gjestekonto")).isEmpty();
        assertThat(notes.asked).containsExactly(Set.of(one), Set.of(other));
        assertThat(follower.position()).contains(position(1, 5));
    }

    @Test
    void a_change_replaces_and_what_is_gone_is_no_longer_found() {
        var tenant = world.fjordvik().tenant();
        UUID id = note("gjestekonto");
        follow(List.of(event(tenant, "note", id)), position(1, 1));
        notes.texts.put(id, "parkering");
        follow(List.of(event(tenant, "note", id)), position(1, 2));

        assertThat(find(tenant, "gjestekonto")).isEmpty();
        assertThat(find(tenant, "parkering")).containsExactly(id);

        notes.texts.remove(id);
        follow(List.of(event(tenant, "note", id)), position(1, 3));
        assertThat(find(tenant, "parkering")).isEmpty();
    }

    @Test
    void a_source_that_fails_leaves_the_position_where_it_was() {
        var tenant = world.fjordvik().tenant();
        UUID id = note("gjestekonto");
        follow(List.of(), position(1, 1));
        notes.broken = true;

        assertThatThrownBy(() -> follow(List.of(event(tenant, "note", id)), position(1, 2))).hasMessageContaining("gone");

        assertThat(follower.position()).contains(position(1, 1));
        notes.broken = false;
        follow(List.of(event(tenant, "note", id)), position(1, 2));
        assertThat(find(tenant, "gjestekonto")).containsExactly(id);
    }

    @Test
    void many_subjects_are_asked_for_a_hundred_at_a_time() {
        var tenant = world.fjordvik().tenant();
        var events = new ArrayList<Event>();
        for (int number = 0; number < 250; number++) {
            events.add(event(tenant, "note", note("gjestekonto")));
        }

        follow(events, position(1, 1));

        assertThat(notes.asked).extracting(Set::size).containsExactly(100, 100, 50);
    }

    @Test
    void a_new_epoch_begins_anew() {
        var tenant = world.fjordvik().tenant();
        UUID lost = note("gjestekonto");
        UUID kept = note("gjestekonto");
        follow(List.of(event(tenant, "note", lost)), position(1, 9));

        follow(List.of(event(tenant, "note", kept)), position(2, 3));

        assertThat(find(tenant, "gjestekonto")).containsExactly(kept);
        assertThat(follower.position()).contains(position(2, 3));
    }

    @Test
    void rebuild_is_done_by_the_process_that_has_the_index() throws Exception {
        var tenant = world.fjordvik().tenant();
        UUID id = note("gjestekonto");
        follow(List.of(event(tenant, "note", id)), position(1, 1));
        var said = new ByteArrayOutputStream();

        var verb = Thread.ofVirtual().start(() -> new SearchRebuild(settings).run(new Arguments(List.of(), Map.of()), new PrintStream(said, true)));
        while (!Files.exists(SearchRebuild.wish(settings))) {
            Thread.sleep(10);
        }
        assertThat(find(tenant, "gjestekonto")).containsExactly(id);
        assertThat(follower.position()).as("from the beginning").isEmpty();
        verb.join();

        assertThat(said.toString()).contains("has begun");
        assertThat(find(tenant, "gjestekonto")).isEmpty();
        assertThat(Files.exists(SearchRebuild.wish(settings))).isFalse();
    }

    @Test
    void rebuild_empties_the_index_that_nobody_has() throws Exception {
        follow(List.of(), position(1, 1));
        search.close();

        var said = new ByteArrayOutputStream();
        new SearchRebuild(settings).run(new Arguments(List.of(), Map.of()), new PrintStream(said, true));

        assertThat(said.toString()).contains("empty");
        assertThat(follower.position()).isEmpty();
    }
}
