package no.torg.cases.requests;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.web.Frames;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Asking for a service over the API, by the same door as the form. */
@RestController
class RequestApi {

    private final Requests requests;
    private final Frames frames;

    RequestApi(Requests requests, Frames frames) {
        this.requests = requests;
        this.frames = frames;
    }

    /** What is asked for: answers by key as the service's form has them, and files by the ids they were given when sent. */
    record Asked(@Nullable Map<String, Object> answers, @Nullable List<UUID> attachments) {
    }

    /** The case that now stands. */
    @Schema(name = "AskedCase")
    record Received(UUID id, String number, Instant openedAt, String href) {
    }

    /** What is wrong with a field: its path in the form, a code, and a sentence in the asker's language. */
    record Wrong(String field, String code, String message) {
    }

    @Operation(summary = "Ask for a service; the same Idempotency-Key again gives the same case")
    @ApiResponse(responseCode = "201", description = "The case that now stands", content = @Content(schema = @Schema(implementation = Received.class)))
    @Scope("cases:write")
    @PostMapping("/api/services/{slug}/requests")
    ResponseEntity<?> ask(Actor actor, HttpServletRequest request, @PathVariable String slug, @RequestBody Asked asked,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var submitted = requests.submit(actor, slug, asked.answers() == null ? Map.of() : asked.answers(),
                asked.attachments() == null ? List.of() : asked.attachments(), key, "api");
        var opened = submitted.opened();
        if (opened == null) {
            return wrong(request, slug, submitted);
        }
        var href = "/api/cases/" + opened.number();
        var received = new Received(opened.id(), opened.number(), opened.at(), href);
        return opened.again() ? ResponseEntity.ok(received) : ResponseEntity.created(URI.create(href)).body(received);
    }

    private ResponseEntity<ProblemDetail> wrong(HttpServletRequest request, String slug, Requests.Submitted submitted) {
        var words = frames.words(request);
        var texts = requests.service(slug).definition().texts(words.language().code());
        var views = submitted.outcome().errors(texts);
        var errors = submitted.outcome().codes().entrySet().stream()
                .map(entry -> new Wrong(entry.getKey(), entry.getValue(), views.containsKey(entry.getKey()) ? views.get(entry.getKey()).text(words::say) : ""))
                .toList();
        var problem = ProblemDetail.forStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problem.setType(URI.create("/api/problems#web.error.422"));
        problem.setTitle(words.say("web.error.422.title"));
        problem.setProperty("code", "web.error.422");
        problem.setProperty("errors", errors);
        return ResponseEntity.unprocessableContent().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
