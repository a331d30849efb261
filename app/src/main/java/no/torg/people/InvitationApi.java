package no.torg.people;

import java.time.Instant;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Invitations to choose a password, over the API. */
@RestController
class InvitationApi {

    private final Persons persons;

    InvitationApi(Persons persons) {
        this.persons = persons;
    }

    /** A link for the person alone: it can be used once, until it expires. */
    public record Invitation(String link, Instant expires) {
    }

    /** Makes a link by which the person chooses a password, for a token with all scopes; an operator's only for operators. Earlier links that are unused end. */
    @PostMapping("/api/persons/{id}/invitation")
    @Scope("admin")
    @ResponseStatus(HttpStatus.CREATED)
    Invitation invite(Actor actor, @PathVariable UUID id) {
        return of(persons.invite(actor, id));
    }

    /** The invitation whose link has this token, at the address that the caller came by. */
    static Invitation of(String token) {
        var link = ServletUriComponentsBuilder.fromCurrentContextPath().path("/password/").path(token).toUriString();
        return new Invitation(link, Instant.now().plus(Persons.LINK_LIVES));
    }
}
