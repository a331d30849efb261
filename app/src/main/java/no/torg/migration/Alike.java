package no.torg.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import no.torg.migration.Runs.Rejected;
import org.jspecify.annotations.Nullable;

/**
 * Records of a file that have the same key. By the mapping they are events of their own, told apart by their place among their like; or else the same record
 * sent twice, and then one that says something else is rejected, so that nothing is lost unseen.
 */
final class Alike {

    private final boolean apart;
    private final List<Read> records = new ArrayList<>();
    private final List<Rejected> differing = new ArrayList<>();

    /** The records of whole cases, as they lie in the file. */
    Alike(Mapping mapping, List<Read> read) {
        this.apart = mapping.marks().alike();
        var first = new HashMap<UUID, Read>();
        var many = new HashMap<UUID, Integer>();
        for (var record : read) {
            var nth = many.merge(record.id(), 1, Integer::sum);
            if (nth == 1) {
                first.put(record.id(), record);
                records.add(record);
            } else {
                again(first.get(record.id()), record, nth);
            }
        }
    }

    private void again(Read first, Read record, int nth) {
        if (apart) {
            records.add(record.as(Rows.named(record.id() + "\0" + nth)));
        } else if (record.line().equals(first.line())) {
            records.add(record);
        } else {
            differing.add(new Rejected(record.n(), record.line(), Problem.of("differs", first.n())));
        }
    }

    /** By what a record is told from another one of a later file that has its key; null where such are records of their own. */
    static @Nullable String digest(Mapping mapping, Read record) {
        return mapping.marks().alike() ? null : Long.toHexString(Rows.named(record.line()).getLeastSignificantBits());
    }

    /** Those whose key an earlier file had, with a record that said something else. */
    static List<Rejected> differing(List<Read> records, Set<UUID> which) {
        return records.stream().filter(record -> which.contains(record.id())).map(record -> new Rejected(record.n(), record.line(), Problem.of("differs-before"))).toList();
    }

    /** Those to take over. */
    List<Read> records() {
        return records;
    }

    /** Those that have the key of one before them and say something else. */
    List<Rejected> differing() {
        return differing;
    }
}
