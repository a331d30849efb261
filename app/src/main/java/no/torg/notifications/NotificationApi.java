package no.torg.notifications;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.Actor;
import no.torg.people.Scope;
import no.torg.web.Frames;
import no.torg.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What one has been told, over the API. */
@RestController
class NotificationApi {

    private final Notifications notifications;
    private final NotificationLines lines;
    private final Frames frames;

    NotificationApi(Notifications notifications, NotificationLines lines, Frames frames) {
        this.notifications = notifications;
        this.lines = lines;
        this.frames = frames;
    }

    /** A line of news. */
    @Schema(name = "NotificationLine")
    record Line(UUID event, String kind, String text, UUID subject, String title, String href, Instant at, boolean unread) {
    }

    /** Lines, newest first; {@code next} is what to send as {@code before} for older ones. */
    record Lines(List<Line> notifications, @Nullable String next) {
    }

    @Operation(summary = "What you have been told, newest first")
    @Scope("notifications:read")
    @GetMapping("/api/notifications")
    Lines list(Actor actor, HttpServletRequest request, @RequestParam(required = false) @Nullable String before, @RequestParam(defaultValue = "50") int limit) {
        var found = lines.lines(actor, frames.words(request), before, Math.clamp(limit, 1, 100));
        return new Lines(found.lines().stream().map(line -> new Line(line.told().event(), line.told().kind(), line.text(), line.told().subject(), line.named().title(),
                line.named().href(), line.told().at(), line.told().unread())).toList(), found.next());
    }

    @Operation(summary = "Mark all as read")
    @Scope("notifications:write")
    @PutMapping("/api/notifications/reading")
    ResponseEntity<Void> readAll(Actor actor) {
        notifications.readAll(actor);
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Mark one as read")
    @Scope("notifications:write")
    @PutMapping("/api/notifications/{event}/reading")
    ResponseEntity<Void> read(Actor actor, @PathVariable UUID event) {
        notifications.read(actor, event).orElseThrow(() -> new NotFound("notification"));
        return ResponseEntity.noContent().build();
    }
}
