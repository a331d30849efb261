package no.torg.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import no.torg.events.Event;
import no.torg.events.Follower;
import no.torg.events.Position;
import no.torg.tenancy.Tenants;
import org.springframework.stereotype.Component;

/** Keeps this node's index up to the log: asks the sources how the subjects of new events are now. The index itself knows how far it has got. */
@Component
class SearchFollower implements Follower {

    /** Subjects read and taken in at once; a subject's texts may be long. */
    private static final int AT_ONCE = 100;

    private final Search search;
    private final Path wish;
    private final List<Source> sources;
    private final Tenants tenants;

    SearchFollower(Search search, SearchSettings settings, List<Source> sources, Tenants tenants) {
        this.search = search;
        this.wish = SearchRebuild.wish(settings);
        this.sources = sources;
        this.tenants = tenants;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean fromTheBeginning() {
        return true;
    }

    @Override
    public Optional<Position> position() {
        try {
            search.index().tend();
            if (Files.exists(wish)) {
                search.index().forget();
                Files.deleteIfExists(wish);
            }
            return Optional.ofNullable(search.index().position());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void follow(List<Event> events, Position reached) {
        try {
            var index = search.index();
            var before = index.position();
            if (before != null && before.epoch() != reached.epoch()) {
                index.forget();
            }
            for (var byTenant : byTenant(events).entrySet()) {
                var tenant = tenants.byId(byTenant.getKey());
                for (var source : tenant.isEmpty() ? List.<Source>of() : sources) {
                    tenant.get().run(() -> take(index, byTenant.getKey(), source, byTenant.getValue()));
                }
            }
            index.pass(reached);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void caughtUp() {
        try {
            search.index().show();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reads every subject once, where the log would have it read as often as something happened to it. */
    @Override
    public boolean begin(Position end, BooleanSupplier going) {
        try {
            var index = search.index();
            index.begin();
            for (var tenant : tenants.all()) {
                for (var source : sources) {
                    if (!new Anew(index, tenant, source, going).all()) {
                        return false;
                    }
                }
            }
            index.begun(end);
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<Integer, List<Event>> byTenant(List<Event> events) {
        var byTenant = new LinkedHashMap<Integer, List<Event>>();
        events.forEach(event -> byTenant.computeIfAbsent(event.tenant(), none -> new ArrayList<>()).add(event));
        return byTenant;
    }

    private static void take(Index index, int tenant, Source source, List<Event> events) {
        var touched = new LinkedHashSet<UUID>();
        events.forEach(event -> touched.addAll(source.touchedBy(event)));
        var rest = new ArrayList<>(touched);
        try {
            for (int from = 0; from < rest.size(); from += AT_ONCE) {
                var some = rest.subList(from, Math.min(rest.size(), from + AT_ONCE));
                index.change(Change.all(tenant, some, source.entries(Set.copyOf(some))));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
