package no.torg.migration;

import java.util.List;
import java.util.UUID;

import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.web.Invalid;
import no.torg.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports over the API; administrators only. */
@RestController
@RequestMapping("/api/imports")
class ImportApi {

    private static final int NEWEST = 100;
    private static final int MOST = 1_000;

    private final Imports imports;
    private final ImportReads reads;
    private final Sending sending;

    ImportApi(Imports imports, ImportReads reads, Sending sending) {
        this.imports = imports;
        this.reads = reads;
        this.sending = sending;
    }

    /** A value that the mapping does not name, and how many records have it. */
    public record ImportUnmapped(String field, String value, long records) {
    }

    /** An import with the values that its mapping does not name, those of the state first, and how many more there are. */
    public record ImportWhole(ImportTold details, List<ImportUnmapped> unmapped, int more) {
    }

    /** A record that cannot be read, by its place in the file from 1 after the header. */
    public record ImportRejection(long record, String problem, String line) {
    }

    /** ImportRejection records; {@code next} asks for those after them, null when there are none. */
    public record ImportRejections(List<ImportRejection> rejected, @Nullable Long next) {
    }

    /** The newest imports. */
    @GetMapping
    @Scope("admin")
    List<ImportTold> all(Actor actor, Words words) {
        return reads.newest(actor, NEWEST).stream().map(run -> ImportTold.of(run, words)).toList();
    }

    /**
     * Begins an import: the mapping and the log as files, and by mail the owner of the cases, who sees them all. With {@code trial} the log is only read, and what
     * was found is kept for a week. The answer comes at once, and the import tells how far it has come.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Scope("admin")
    @ResponseStatus(HttpStatus.CREATED)
    ImportTold begin(Actor actor, Words words, @RequestParam(required = false) @Nullable MultipartFile mapping, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String owner, @RequestParam(defaultValue = "false") boolean trial) {
        var brought = sending.brought(actor, mapping, file);
        var person = sending.owner(actor, owner);
        return ImportTold.of(imports.get(actor, trial ? sending.tryOut(actor, brought) : sending.begin(actor, brought, person)), words);
    }

    /** How far an import has come. */
    @GetMapping("/{id}")
    @Scope("admin")
    ImportWhole one(Actor actor, Words words, @PathVariable UUID id) {
        var report = reads.report(actor, id, 0, 0);
        var unmapped = report.unmapped().stream().map(one -> new ImportUnmapped(one.field(), one.value(), one.n())).toList();
        return new ImportWhole(ImportTold.of(report.run(), words), unmapped, report.values() - unmapped.size());
    }

    /** The records that it could not read, after {@code after}. */
    @GetMapping("/{id}/rejected")
    @Scope("admin")
    ImportRejections rejected(Actor actor, Words words, @PathVariable UUID id, @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Invalid("limit", "web.invalid.range", 1, MOST);
        }
        var found = imports.rejected(actor, id, after, limit + 1);
        var shown = found.subList(0, Math.min(limit, found.size())).stream().map(one -> new ImportRejection(one.n(), one.problem().say(words), one.line())).toList();
        return new ImportRejections(shown, found.size() > limit ? shown.getLast().record() : null);
    }
}
