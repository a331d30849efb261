package no.torg.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import no.torg.people.AccessRule;
import no.torg.people.Actor;
import no.torg.people.Actors;
import no.torg.people.Scope;
import no.torg.tenancy.Tenant;
import no.torg.web.OpenToAll;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The stream of what changed, for pages and for the API's callers. */
@Controller
class LiveController {

    private final Listeners listeners;
    private final List<AccessRule> rules;
    private final Actors actors;

    LiveController(Listeners listeners, List<AccessRule> rules, Actors actors) {
        this.listeners = listeners;
        this.rules = rules;
        this.actors = actors;
    }

    /** A stranger hears nothing: 204, which tells the browser not to come again. */
    @OpenToAll
    @GetMapping("/live")
    ResponseEntity<SseEmitter> page(HttpServletRequest request) {
        return actors.of(request).map(actor -> listen(actor, request)).orElseGet(() -> ResponseEntity.noContent().build());
    }

    @Operation(summary = "Listen for changes to what you may see, as server-sent events")
    @Scope("live:read")
    @GetMapping("/api/live")
    ResponseEntity<SseEmitter> api(Actor actor, HttpServletRequest request) {
        return listen(actor, request);
    }

    private ResponseEntity<SseEmitter> listen(Actor actor, HttpServletRequest request) {
        var pass = actors.pass(request).orElseThrow();
        var listener = new Listener(Tenant.current(), actor.id(), pass, terms(actor), () -> actors.anew(pass).map(this::terms));
        return listeners.add(listener) ? ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).header("Cache-Control", "no-store").body(listener.stream())
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    }

    private Set<String> terms(Actor actor) {
        var terms = new HashSet<String>();
        rules.forEach(rule -> terms.addAll(rule.terms(actor)));
        return terms;
    }
}
