package no.torg.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.catalog.Services.Published;
import no.torg.search.Entry;
import no.torg.search.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets services be found: one entry a language, with the everyday words that their texts list. */
@Component
class ServiceSource implements Source {

    private static final float BOOST = 2;

    private final Services services;

    ServiceSource(Services services) {
        this.services = services;
    }

    @Override
    public String kind() {
        return ServiceSearch.KIND;
    }

    @Override
    public List<Entry> entries(Set<UUID> subjects) {
        return services.publishedNow().stream().filter(service -> subjects.contains(service.id())).flatMap(service -> entries(service).stream()).toList();
    }

    /** Few, so all at once. */
    @Override
    public List<UUID> subjects(@Nullable UUID after, int most) {
        return after == null ? services.publishedNow().stream().map(Published::id).toList() : List.of();
    }

    private static List<Entry> entries(Published service) {
        var entries = new ArrayList<Entry>();
        service.definition().texts().forEach((language, texts) -> {
            var id = UUID.nameUUIDFromBytes((service.id() + " " + language).getBytes(StandardCharsets.UTF_8));
            var text = texts.summary() + "\n" + String.join(", ", texts.searchWords()) + "\n" + texts.about();
            entries.add(new Entry(ServiceSearch.KIND, service.id(), id, false, Set.of(ServiceSearch.EVERYONE), Set.of(), null, texts.name(), text,
                    Set.copyOf(texts.searchWords()), language, Instant.EPOCH, BOOST));
        });
        return entries;
    }
}
