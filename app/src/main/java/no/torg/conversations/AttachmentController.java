package no.torg.conversations;

import java.io.IOException;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import no.torg.files.Download;
import no.torg.people.Actor;
import no.torg.people.Scope;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Sends a message's file, from a page's link and over the API alike. */
@Controller
class AttachmentController {

    private final Attachments attachments;

    AttachmentController(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/files/{id}")
    void load(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(actor, id, response);
    }

    @Operation(summary = "A file that hangs on a message one may read, byte for byte",
            responses = @ApiResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary"))))
    @Scope("cases:read")
    @GetMapping("/api/files/{id}")
    void loadByApi(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(actor, id, response);
    }

    // written by hand: a policy of the page's own beside the file's would forbid the browser's PDF viewer
    private void send(Actor actor, UUID id, HttpServletResponse response) throws IOException {
        var file = attachments.find(actor, id);
        try (var in = attachments.open(file)) {
            Download.headers(file.name(), file.mediaType()).forEach((name, values) -> response.setHeader(name, values.getFirst()));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.setContentLengthLong(file.size());
            in.transferTo(response.getOutputStream());
        }
    }
}
