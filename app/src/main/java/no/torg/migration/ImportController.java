package no.torg.migration;

import java.util.UUID;
import java.util.function.Function;

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

/** Imports in the browser, for administrators: a trial, a new import, and how far each has come. */
@Controller
class ImportController {

    private final ImportPages pages;
    private final Sending sending;

    ImportController(ImportPages pages, Sending sending) {
        this.pages = pages;
        this.sending = sending;
    }

    @GetMapping("/imports")
    Page all(Actor actor, Frame frame) {
        return Page.of("migration/imports", pages.all(actor, frame, Sent.of("")));
    }

    @GetMapping("/imports/{id}")
    Page one(Actor actor, Frame frame, @PathVariable UUID id, @RequestParam(defaultValue = "0") long after) {
        return Page.of("migration/import", pages.one(actor, frame, id, after, Sent.of("")));
    }

    /** Begins an import, or, with {@code trial}, only finds out what it would come to; the log is read after the answer. */
    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Page begin(Actor actor, Frame frame, @RequestParam(required = false) @Nullable MultipartFile mapping, @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(required = false) @Nullable String trial, @RequestParam(defaultValue = "") String owner) {
        try {
            var brought = sending.brought(actor, mapping, file);
            var person = sending.owner(actor, owner);
            return Page.redirect(ImportPages.path(trial == null ? sending.begin(actor, brought, person) : sending.tryOut(actor, brought)));
        } catch (Invalid invalid) {
            return refused(frame, invalid, owner, sent -> Page.of("migration/imports", pages.all(actor, frame, sent)));
        }
    }

    /** Imports the log that was tried. */
    @PostMapping("/imports/{id}/import")
    Page begin(Actor actor, Frame frame, @PathVariable UUID id, @RequestParam(defaultValue = "") String owner) {
        try {
            return Page.redirect(ImportPages.path(sending.begin(actor, id, sending.owner(actor, owner))));
        } catch (Invalid invalid) {
            return refused(frame, invalid, owner, sent -> Page.of("migration/import", pages.one(actor, frame, id, 0, sent)));
        }
    }

    private static Page refused(Frame frame, Invalid invalid, String owner, Function<Sent, Page> page) {
        return page.apply(ImportPages.refused(frame.words(), invalid, owner)).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
