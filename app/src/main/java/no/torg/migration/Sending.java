package no.torg.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import no.torg.migration.Runs.Log;
import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.people.Meant;
import no.torg.web.Invalid;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes in what a browser or a caller of the API sends: a mapping and a log, as files. The log is read after the answer. */
@Component
class Sending {

    private final Imports imports;
    private final Incoming incoming;
    private final Reading reading;
    private final Meant meant;

    Sending(Imports imports, Incoming incoming, Reading reading, Meant meant) {
        this.imports = imports;
        this.incoming = incoming;
        this.reading = reading;
        this.meant = meant;
    }

    /** What was sent, looked at so far as one can at once: the mapping fits the file's first line. */
    record Brought(String mapping, MultipartFile log) {
    }

    /** Looks at what was sent; what is missing, too long or does not fit is refused. */
    Brought brought(Actor actor, @Nullable MultipartFile mapping, @Nullable MultipartFile log) {
        Administration.require(actor);
        if (mapping == null || mapping.isEmpty() || log == null || log.isEmpty()) {
            throw new Invalid("file", "migration.imports.choose");
        }
        if (mapping.getSize() > MappingReader.LARGEST) {
            throw new Invalid("mapping", "web.invalid.length", MappingReader.LARGEST);
        }
        try {
            var text = new String(mapping.getBytes(), StandardCharsets.UTF_8);
            fits(imports.mapping(text), log.getInputStream());
            return new Brought(text, log);
        } catch (UncheckedIOException | IOException broken) {
            throw new Invalid("file", "migration.imports.broken");
        }
    }

    private static void fits(Mapping mapping, InputStream file) throws IOException {
        try (var lines = new Lines(file, mapping.shape())) {
            var header = lines.next();
            if (header == null) {
                throw MappingProblems.of(List.of("The file is empty."));
            }
            new Rows(mapping, header);
        }
    }

    /** Who is to own the cases, named by mail; null where nobody is named. */
    @Nullable UUID owner(Actor actor, String mail) {
        Administration.require(actor);
        try {
            return mail.isBlank() ? null : meant.person(mail.strip());
        } catch (Refused unknown) {
            throw new Invalid("owner", unknown.key(), unknown.args());
        }
    }

    /** Begins to read the log into an import, or goes on with one of the same file that was broken off. */
    UUID begin(Actor actor, Brought brought, @Nullable UUID owner) {
        var log = log(brought.log());
        var id = imports.brokenOff(actor, brought.mapping(), String.valueOf(log.hash())).orElseGet(() -> imports.begin(actor, brought.mapping(), log, owner));
        return read(actor, id, brought.log());
    }

    /** Begins to read the log as a trial. */
    UUID tryOut(Actor actor, Brought brought) {
        return read(actor, imports.tryOut(actor, brought.mapping(), new Log(name(brought.log()), null, brought.log().getSize())), brought.log());
    }

    /** Imports the log that was tried, as it was sent then; refused where it is gone. */
    UUID begin(Actor actor, UUID trial, @Nullable UUID owner) {
        var tried = imports.get(actor, trial);
        if (!tried.trial() || incoming.find(trial).isEmpty()) {
            throw new Refused("migration.imports.gone");
        }
        var id = imports.begin(actor, tried.mapping(), new Log(tried.fileName(), null, tried.size().whole()), owner);
        if (!incoming.hand(trial, id)) {
            imports.broke(actor, id, "gone");
        }
        reading.begin(actor, id);
        return id;
    }

    private UUID read(Actor actor, UUID id, MultipartFile log) {
        try {
            if (!reading.isUnder(id)) {
                incoming.keep(id, log.getInputStream());
                reading.begin(actor, id);
            }
            return id;
        } catch (IOException broken) {
            imports.broke(actor, id, "file");
            throw new Invalid("file", "migration.imports.broken");
        }
    }

    private static Log log(MultipartFile log) {
        try (var in = new DigestInputStream(log.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return new Log(name(log), HexFormat.of().formatHex(in.getMessageDigest().digest()), log.getSize());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static String name(MultipartFile log) {
        var name = log.getOriginalFilename() == null ? "" : log.getOriginalFilename().replaceAll("[\\x00-\\x1f]", "").strip();
        return name.isEmpty() ? "log.csv" : name.length() > 200 ? name.substring(0, 200) : name;
    }
}
