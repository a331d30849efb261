package no.torg.migration;

import java.io.PrintStream;
import java.util.List;
import java.util.TreeMap;

import no.torg.migration.Imports.Chunk;
import no.torg.migration.Runs.Unmapped;
import no.torg.web.Language;
import no.torg.web.Messages;

/** A trial run: reads everything, writes nothing, and tells every record that cannot be read and every value that the mapping does not name. */
final class Check {

    private static final int AT_ONCE = 1_000;

    private final PrintStream out;
    private final Messages messages;
    private final TreeMap<Unmapped, Long> unmapped = new TreeMap<>(Unmapped.ORDER);
    private long read;
    private long rejected;

    Check(PrintStream out, Messages messages) {
        this.messages = messages;
        this.out = out;
    }

    void all(Mapping mapping, Lines lines) {
        var header = lines.next();
        if (header == null) {
            throw MappingProblems.of(List.of("The file is empty."));
        }
        var rows = new Rows(mapping, header);
        var chunk = new Chunk();
        for (var line = lines.next(); line != null; line = lines.next()) {
            chunk.add(rows, ++read, line);
            if (chunk.full(AT_ONCE)) {
                tell(chunk);
                chunk = new Chunk();
            }
        }
        tell(chunk);
        unmapped.forEach((value, n) -> out.printf("Not named in the mapping: %s, %,d records.%n", name(value), n));
        out.printf("Checked %,d records: %,d can be read, %,d cannot.%n", read, read - rejected, rejected);
    }

    long read() {
        return read;
    }

    long rejected() {
        return rejected;
    }

    private void tell(Chunk chunk) {
        chunk.bad.forEach(one -> out.printf("Record %d %s: %s%n", one.n(), one.problem().say(messages, Language.EN), one.line()));
        rejected += chunk.bad.size();
        chunk.unmapped.forEach((value, n) -> unmapped.merge(value, n, Long::sum));
    }

    private static String name(Unmapped value) {
        return value.field() + " \"" + value.value() + "\"";
    }
}
