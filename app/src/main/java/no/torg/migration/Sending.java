package no.torg.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.people.Administration;
import no.torg.people.Meant;
import no.torg.web.Invalid;
import no.torg.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes in what a browser or a caller of the API sends: a mapping and a log, as files. */
@Component
class Sending {

    private final Imports imports;
    private final Meant meant;

    Sending(Imports imports, Meant meant) {
        this.imports = imports;
        this.meant = meant;
    }

    /** The mapping's text; one that is missing or too long is refused. */
    String mapping(Actor actor, @Nullable MultipartFile mapping, @Nullable MultipartFile log) {
        Administration.require(actor);
        if (mapping == null || mapping.isEmpty() || log == null || log.isEmpty()) {
            throw new Invalid("file", "migration.imports.choose");
        }
        if (mapping.getSize() > MappingReader.LARGEST) {
            throw new Invalid("mapping", "web.invalid.length", MappingReader.LARGEST);
        }
        try {
            return new String(mapping.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
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

    /** Reads the log into an import, which a job then works on; one that breaks off is left as broken, with nothing taken over. */
    UUID begin(Actor actor, String mapping, MultipartFile log, @Nullable UUID owner) {
        var id = imports.begin(actor, mapping, name(log), null, owner);
        try (var in = open(log)) {
            imports.read(actor, id, in, run -> { });
            imports.hurry(actor, id);
            return id;
        } catch (UncheckedIOException | IOException broken) {
            imports.broke(actor, id);
            throw new Invalid("file", "migration.imports.broken");
        } catch (RuntimeException failed) {
            imports.broke(actor, id);
            throw failed;
        }
    }

    InputStream open(MultipartFile log) {
        try {
            return log.getInputStream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String name(MultipartFile log) {
        var name = log.getOriginalFilename() == null ? "" : log.getOriginalFilename().replaceAll("[\\x00-\\x1f]", "").strip();
        return name.isEmpty() ? "log.csv" : name.length() > 200 ? name.substring(0, 200) : name;
    }
}
