package no.torg.migration;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

import no.torg.migration.Runs.Log;
import no.torg.migration.Runs.Run;
import no.torg.people.Actor;
import no.torg.people.Meant;
import no.torg.tenancy.Tenants;
import no.torg.verbs.Called;
import no.torg.verbs.Verb;
import no.torg.web.Language;
import no.torg.web.Messages;
import org.jspecify.annotations.Nullable;

/** {@code ./torg import eventlog}: cases with their history from the log of another system. */
@Called(name = "import eventlog", usage = "FILE --mapping MAPPING [--check] [--owner EMAIL] [--tenant T]",
        does = "import cases with their history from another system's log; --check only tells what is wrong with it")
class EventLogImport implements Verb {

    private static final Actor OPERATOR = Actor.system("operator");
    private static final int SHOWN = 20;

    private final Imports imports;
    private final Meant meant;
    private final Tenants tenants;
    private final Messages messages;

    EventLogImport(Imports imports, Meant meant, Tenants tenants, Messages messages) {
        this.imports = imports;
        this.meant = meant;
        this.tenants = tenants;
        this.messages = messages;
    }

    @Override
    public void run(Arguments arguments, PrintStream out) {
        var file = file(arguments.word(0, "the log's file"));
        var mapping = text(file(arguments.option("mapping")));
        if (arguments.given("check").isPresent()) {
            check(file, mapping, out);
            return;
        }
        tenants.of(arguments).run(() -> {
            var owner = arguments.given("owner").map(meant::person).orElse(null);
            bring(file, mapping, owner, out);
        });
    }

    private void bring(Path file, String mapping, @Nullable UUID owner, PrintStream out) {
        var hash = hash(file);
        var before = imports.brokenOff(OPERATOR, mapping, hash);
        before.ifPresent(run -> out.println("This import was broken off before and goes on where it stopped."));
        var id = before.orElseGet(() -> imports.begin(OPERATOR, mapping, new Log(String.valueOf(file.getFileName()), hash, file.toFile().length()), owner));
        var began = System.nanoTime();
        var progress = new Progress(out);
        try (var in = Files.newInputStream(file)) {
            imports.read(OPERATOR, id, in, progress::tell);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        imports.work(OPERATOR, id, progress::tell, () -> true);
        report(imports.get(OPERATOR, id), (System.nanoTime() - began) / 1e9, owner == null, out);
    }

    private void report(Run run, double seconds, boolean nobody, PrintStream out) {
        var counts = run.counts();
        out.printf("Read %,d records in %.1f s: %,d cases new, %,d events new, %,d there already, %,d rejected.%n", counts.rows(), seconds, counts.cases(),
                counts.events(), counts.again(), counts.rejected());
        imports.unmapped(OPERATOR, run.id()).forEach(one -> out.printf("Not named in the mapping: %s \"%s\", %,d records.%n", one.field(), one.value(), one.n()));
        imports.rejected(OPERATOR, run.id(), 0, SHOWN).forEach(one -> out.printf("Record %d %s.%n", one.n(), one.problem().say(messages, Language.EN)));
        if (counts.rejected() > SHOWN) {
            out.printf("… and %,d more; all are kept with the import and shown under Administration, Imports.%n", counts.rejected() - SHOWN);
        }
        if (nobody && counts.cases() > 0) {
            out.println("Give the cases an owner who sees them all: ./torg import eventlog … --owner EMAIL, or ./torg service bind.");
        }
    }

    private void check(Path file, String text, PrintStream out) {
        var mapping = MappingReader.read(text.getBytes(StandardCharsets.UTF_8));
        var check = new Check(out, messages);
        try (var lines = new Lines(Files.newInputStream(file), mapping.shape())) {
            check.all(mapping, lines);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        if (check.rejected() > 0) {
            throw new IllegalStateException("%,d of %,d records cannot be read.".formatted(check.rejected(), check.read()));
        }
    }

    private static Path file(String name) {
        var file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new Misuse("There is no file " + file.toAbsolutePath());
        }
        return file;
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MappingReader.LARGEST) {
                throw new Misuse("A mapping has at most " + MappingReader.LARGEST + " bytes: " + file.toAbsolutePath());
            }
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new Misuse("The mapping " + file.toAbsolutePath() + " is not UTF-8 text");
        }
    }

    private static String hash(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Tells how far it has come, every other second. */
    private static final class Progress {

        private static final long EVERY = 2_000_000_000L;

        private final PrintStream out;
        private long told = System.nanoTime();

        Progress(PrintStream out) {
            this.out = out;
        }

        void tell(Run run) {
            if (System.nanoTime() - told > EVERY) {
                told = System.nanoTime();
                var counts = run.counts();
                out.printf(run.state().equals("reading") ? "Read %,d records …%n" : "Took over %2$,d of %1$,d records …%n", counts.rows() - (run.state().equals("reading") ? 0 : counts.rejected()), counts.worked());
            }
        }
    }
}
