package no.torg.migration;

import java.io.IOException;
import java.util.UUID;

import no.torg.migration.views.ImportsPage.Sent;
import no.torg.people.Actor;
import no.torg.web.Frame;
import no.torg.web.Invalid;
import no.torg.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports in the browser, for administrators: a trial reading, a new import, and how far each has come. */
@Controller
class ImportController {

    private final ImportPages pages;
    private final Imports imports;
    private final Sending sending;

    ImportController(ImportPages pages, Imports imports, Sending sending) {
        this.pages = pages;
        this.imports = imports;
        this.sending = sending;
    }

    @GetMapping("/imports")
    Page all(Actor actor, Frame frame) {
        return Page.of("migration/imports", pages.all(actor, frame, Sent.of(""), null));
    }

    @GetMapping("/imports/{id}")
    Page one(Actor actor, Frame frame, @PathVariable UUID id, @RequestParam(defaultValue = "0") long after) {
        return Page.of("migration/import", pages.one(actor, frame, id, after));
    }

    /** Begins an import, or, with {@code trial}, only tells what it would come to. */
    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Page begin(Actor actor, Frame frame, @RequestParam(required = false) @Nullable MultipartFile mapping, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String trial, @RequestParam(defaultValue = "") String owner) throws IOException {
        try {
            var text = sending.mapping(actor, mapping, file);
            var person = sending.owner(actor, owner);
            if (trial == null) {
                return Page.redirect(ImportPages.path(sending.begin(actor, text, file, person)));
            }
            var read = imports.mapping(text);
            try (var lines = new Lines(sending.open(file), read.shape())) {
                return Page.of("migration/imports", pages.all(actor, frame, Sent.of(owner), pages.trial(frame.words(), read, lines)));
            }
        } catch (Invalid invalid) {
            return Page.of("migration/imports", pages.all(actor, frame, ImportPages.refused(frame.words(), invalid, owner), null)).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }
}
