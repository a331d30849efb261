package no.torg.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.torg.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/** Texts that live nowhere but here; the seam is what is tested. */
final class Notes implements Source {

    final Map<UUID, String> texts = new HashMap<>();
    final List<Set<UUID>> asked = new ArrayList<>();
    boolean broken;
    @Nullable UUID unreadable;

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public List<UUID> subjects(@Nullable UUID after, int most) {
        return texts.keySet().stream().filter(id -> after == null || id.toString().compareTo(after.toString()) > 0).sorted(Comparator.comparing(UUID::toString)).limit(most).toList();
    }

    @Override
    public List<Entry> entries(Set<UUID> subjects) {
        if (broken) {
            throw new IllegalStateException("The database is gone");
        }
        asked.add(subjects);
        if (unreadable != null && subjects.contains(unreadable)) {
            throw new IllegalStateException("The text is gone");
        }
        return subjects.stream().filter(texts::containsKey).map(id -> new Entry(kind(), id, id, false, Set.of("everyone"), Set.of(), null, "Notat",
            texts.get(id) + " hos " + Tenant.current().slug(), Set.of(), "nb", Instant.EPOCH, 0)).toList();
    }
}
