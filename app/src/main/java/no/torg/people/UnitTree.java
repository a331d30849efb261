package no.torg.people;

import static no.torg.db.people.Tables.TEAM;
import static no.torg.db.people.Tables.UNIT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import no.torg.tenancy.Remembered;
import no.torg.tenancy.Tenant;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The tenant's units as a tree, each with the teams that are its own or a unit's below it. At most ten seconds old. */
@Component
public class UnitTree {

    private static final int MOST = 5_000;

    private final DSLContext db;
    private final Remembered<List<Unit>> units = new Remembered<>(Duration.ofSeconds(10));

    UnitTree(DSLContext db) {
        this.db = db;
    }

    /**
     * A unit of the organisation.
     *
     * @param depth how many units it lies below
     * @param teams its own and those of all units below it
     */
    public record Unit(UUID id, String name, int depth, Set<UUID> teams) {
    }

    private record Row(UUID id, UUID[] path, String name) {
    }

    /** All units, each right after the one it lies below, by name beside each other. */
    public List<Unit> units() {
        return units.get(this::read);
    }

    /** The unit with this id; empty where there is none. */
    public Optional<Unit> unit(UUID id) {
        return units().stream().filter(unit -> unit.id().equals(id)).findFirst();
    }

    private List<Unit> read() {
        var rows = db.select(UNIT.ID, UNIT.PATH, UNIT.NAME).from(UNIT).where(Tenant.owns(UNIT.TENANT_ID)).limit(MOST)
                .fetch(row -> new Row(row.value1(), row.value2(), row.value3()));
        var names = new HashMap<UUID, String>();
        var paths = new HashMap<UUID, UUID[]>();
        rows.forEach(row -> {
            names.put(row.id(), row.name());
            paths.put(row.id(), row.path());
        });
        var teams = new HashMap<UUID, Set<UUID>>();
        db.select(TEAM.ID, TEAM.UNIT_ID).from(TEAM).where(Tenant.owns(TEAM.TENANT_ID)).limit(MOST)
                .forEach(row -> Arrays.stream(paths.getOrDefault(row.value2(), new UUID[0])).forEach(unit -> teams.computeIfAbsent(unit, none -> new HashSet<>()).add(row.value1())));
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparing(row -> place(row, names)));
        return sorted.stream().map(row -> new Unit(row.id(), row.name(), row.path().length - 1, Set.copyOf(teams.getOrDefault(row.id(), Set.of())))).toList();
    }

    /** The names from the top down; the id keeps two of one name and all below them apart. */
    private static String place(Row row, Map<UUID, String> names) {
        var place = new StringBuilder();
        for (var id : row.path()) {
            place.append(names.getOrDefault(id, "")).append('\u0001').append(id).append('\u0001');
        }
        return place.toString();
    }
}
