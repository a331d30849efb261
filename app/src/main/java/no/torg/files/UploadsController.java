package no.torg.files;

import java.io.IOException;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.web.Fields;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Receives a file before it hangs on anything: one of a form's parts, or the bytes themselves with the name in the address. */
@RestController
class UploadsController {

    private final Uploads uploads;

    UploadsController(Uploads uploads) {
        this.uploads = uploads;
    }

    /** What the sender is told; the id is what a message or an answer then names. */
    record Received(UUID id, String name, String mediaType, long size) {
    }

    @PostMapping(path = "/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Received> receive(Actor actor, @RequestParam MultipartFile file) throws IOException {
        return receivePart(actor, file);
    }

    @DeleteMapping("/uploads/{id}")
    ResponseEntity<Void> forget(Actor actor, @PathVariable UUID id) {
        uploads.forget(actor, id);
        return ResponseEntity.noContent().build();
    }

    /** Takes a file, to be attached to a request or a message by the id in the answer; as a form's part {@code file}, or as the body with {@code name}. */
    @Scope("files:write")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(path = "/api/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Received> receiveByApi(Actor actor, @RequestParam MultipartFile file) throws IOException {
        return receivePart(actor, file);
    }

    /** Takes a file that is the whole body, by its {@code name}; without one it is refused. */
    @Scope("files:write")
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping("/api/files")
    ResponseEntity<Received> receiveBytes(Actor actor, @RequestParam(defaultValue = "") String name, HttpServletRequest request) throws IOException {
        return answer(uploads.receive(actor, new Arriving(request.getInputStream()), Fields.required("name", name.isBlank() ? null : name)));
    }

    /** Throws away a file that has not been attached to anything yet. */
    @Scope("files:write")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @DeleteMapping("/api/files/{id}")
    ResponseEntity<Void> forgetByApi(Actor actor, @PathVariable UUID id) {
        uploads.forget(actor, id);
        return ResponseEntity.noContent().build();
    }

    private ResponseEntity<Received> receivePart(Actor actor, MultipartFile file) throws IOException {
        var name = file.getOriginalFilename();
        try (var in = file.getInputStream()) {
            return answer(uploads.receive(actor, in, name == null ? "" : name));
        }
    }

    private static ResponseEntity<Received> answer(Upload upload) {
        return ResponseEntity.status(HttpStatus.CREATED).body(new Received(upload.id(), upload.name(), upload.mediaType(), upload.size()));
    }
}
